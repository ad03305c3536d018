import { DEFAULTS } from './options';

/** The settings of a product that takes the simulator at this address for WhatsApp. */
export const productSettings = (simUrl: string) => ({
  GRAPH_BASE_URL: simUrl,
  WHATSAPP_TOKEN: DEFAULTS.token,
  WHATSAPP_APP_SECRET: DEFAULTS.appSecret,
  WHATSAPP_VERIFY_TOKEN: DEFAULTS.verifyToken,
  WHATSAPP_PHONE_NUMBER_ID: DEFAULTS.phoneNumberId,
  WHATSAPP_WABA_ID: DEFAULTS.wabaId,
});
