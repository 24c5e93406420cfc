# One image for the app, the workers and the OCR workers: the command tells them apart.
FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production EXPEDIERA_HOME=/data
COPY package.json package-lock.json ./
RUN npm install --no-save --omit=dev --no-audit --no-fund --loglevel=error && npm cache clean --force
COPY . .
RUN mkdir -p /data && chown node:node /data
USER node
VOLUME /data
ENTRYPOINT ["node", "bin/expediera.mjs"]
CMD ["--help"]
