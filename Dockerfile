# One image, two processes: the API (default) and the worker (node apps/api/dist/worker.js). The target "web" serves the pages.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps/api/package.json apps/api/
COPY apps/miniprogram/package.json apps/miniprogram/
COPY libs/domain/package.json libs/domain/
# No script of a dependency is needed; what must be linked is linked by our own tools.
RUN npm ci --ignore-scripts
COPY . .
ENV NX_DAEMON=false
RUN npx nx run-many -t build

FROM node:20-bookworm-slim AS app
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json ./
COPY apps/api/package.json apps/api/
COPY apps/miniprogram/package.json apps/miniprogram/
COPY libs/domain/package.json libs/domain/
RUN npm ci --ignore-scripts --omit=dev --workspace apps/api --workspace libs/domain
COPY libs/domain/playbooks libs/domain/playbooks
COPY --from=build /app/libs/domain/dist libs/domain/dist
COPY --from=build /app/apps/api/dist apps/api/dist
RUN mkdir /data && chown node:node /data
VOLUME /data
ENV DATA_DIR=/data
USER node
EXPOSE 3000
CMD ["node", "apps/api/dist/main.js"]

FROM nginx:1.28-alpine AS web
ENV WEB_LISTEN=80 H5_ROOT=/usr/share/nginx/html
COPY deploy/nginx.conf.template /etc/nginx/templates/default.conf.template
COPY --from=build /app/apps/miniprogram/dist/h5 /usr/share/nginx/html
