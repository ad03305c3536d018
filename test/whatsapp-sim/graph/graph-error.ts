/** Titles by code, after Meta's table. A bot must not read them: Meta announces that they go away. */
const TITLES: Readonly<Record<number, string>> = {
  0: 'AuthException',
  1: 'API Unknown',
  2: 'API Service',
  3: 'API Method',
  4: 'API Too Many Calls',
  10: 'Permission Denied',
  33: 'Parameter value is not valid',
  100: 'Invalid parameter',
  190: 'Access token has expired',
  368: 'Temporarily blocked for policies violations',
  2500: 'Unknown path components',
  80007: 'Rate limit issues',
  130403: 'User is blocked',
  130429: 'Rate limit hit',
  130472: "User's number is part of an experiment",
  130497: 'Business account is restricted from messaging users in this country',
  131000: 'Something went wrong',
  131005: 'Access denied',
  131008: 'Required parameter is missing',
  131009: 'Parameter value is not valid',
  131016: 'Service unavailable',
  131021: 'Recipient cannot be sender',
  131026: 'Message undeliverable',
  131031: 'Account has been locked',
  131042: 'Business eligibility payment issue',
  131047: 'Re-engagement message',
  131048: 'Spam rate limit hit',
  131049: 'Meta chose not to deliver',
  131050: 'User stopped marketing messages',
  131051: 'Unsupported message type',
  131052: 'Media download error',
  131053: 'Media upload error',
  131056: '(Business Account, Consumer Account) pair rate limit hit',
  131057: 'Account in maintenance mode',
  131064: 'Template misclassification limit',
  132000: 'Template Param Count Mismatch',
  132001: 'Template does not exist',
  132007: 'Template Format Character Policy Violated',
  132012: 'Template Parameter Format Mismatch',
  132015: 'Template is Paused',
  132016: 'Template is Disabled',
};

/** Codes that do not come with 400. Which status goes with which code is not documented: a bot must look at the code. */
const STATUSES: Readonly<Record<number, number>> = {
  2: 503,
  10: 403,
  190: 401,
  368: 403,
  131000: 500,
  131005: 403,
  131016: 503,
  131031: 403,
};

const RATES = new Set([4, 80007, 130429, 131056]);

/** One refusal. `details` names the field, where there is one. */
export interface GraphError {
  readonly code: number;
  readonly message: string;
  readonly error_data: { readonly messaging_product: 'whatsapp'; readonly details: string };
}

export function graphErrorOf(code: number, details?: string): GraphError {
  const title = TITLES[code] ?? 'Unknown error';
  return {
    code,
    message: `(#${code}) ${title}`,
    error_data: { messaging_product: 'whatsapp', details: details ?? title },
  };
}

export const statusOf = (code: number, rateHttpStatus: number): number =>
  RATES.has(code) ? rateHttpStatus : (STATUSES[code] ?? 400);

/** The body of an error of the Graph API. */
export const errorBody = ({ code, message, error_data }: GraphError, traceId: string) => ({
  error: { message, type: 'OAuthException', code, error_data, fbtrace_id: traceId },
});
