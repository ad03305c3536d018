# Imagen de producción: lo mismo que «npm ci && npm start», con un usuario sin privilegios.
FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/datos CLAVES_DIR=/claves
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY api ./api
COPY bot ./bot
COPY content ./content
COPY tsconfig.json ./
RUN mkdir -p .build /datos /claves && chown -R node:node .build /datos /claves && chmod 700 /datos /claves
USER node
EXPOSE 3000
VOLUME ["/datos", "/claves"]
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD node -e "fetch('http://127.0.0.1:3000/salud').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "api/run.mjs", "start"]
