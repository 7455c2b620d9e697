# One image recipe for everything of ours that runs in a container:
#   docker build -f infra/service.Dockerfile --build-arg FOLDER=services/standards .
# Not run where it was written (no Docker daemon there): infra/test/compose.test.ts carries out its COPY and RUN lines by hand and
# starts what comes out. The tags of the base images were not checked.

FROM node:24-bookworm-slim AS install
ARG FOLDER
WORKDIR /app
RUN npm install --global pnpm@12.21.0
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY infra ./infra
COPY packages ./packages
COPY services ./services
# Not `pnpm deploy`: it copies our own packages into node_modules, and Node runs no .ts from there. This links to them instead.
RUN pnpm install --prod --frozen-lockfile --filter "{./${FOLDER}}..."

# The console's pages take more to build than to serve. Whoever has none gets an empty folder.
FROM install AS pages
ARG FOLDER
RUN if [ -d "${FOLDER}/web" ]; then CI=true pnpm install --frozen-lockfile --filter "{./${FOLDER}}..." && pnpm --dir "${FOLDER}" run build; fi
RUN mkdir -p "${FOLDER}/dist"

FROM node:24-bookworm-slim
ARG FOLDER
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
COPY --from=install /app/package.json ./
COPY --from=install /app/node_modules ./node_modules
COPY --from=install /app/packages ./packages
COPY --from=install /app/${FOLDER} ./${FOLDER}
COPY --from=pages /app/${FOLDER}/dist ./${FOLDER}/dist
COPY infra/servers/is-ready.mjs ./is-ready.mjs
# Everything above belongs to root and is only read: a service writes to its database and to standard output.
USER node
WORKDIR /app/${FOLDER}
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s --start-interval=1s --retries=5 CMD ["node", "/app/is-ready.mjs"]
CMD ["node", "src/server.ts"]
