# The server alone: no simulator, no demo. Build with: docker build -t ledgerbridge .
FROM node:22-bookworm-slim AS web
WORKDIR /source/web
COPY web/package.json web/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY web ./
COPY docs ../docs
COPY contracts ../contracts
RUN npm run build -- --outDir /wwwroot --emptyOutDir

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS server
WORKDIR /source
COPY . .
COPY --from=web /wwwroot src/Ledgerbridge.Server/wwwroot
RUN dotnet publish src/Ledgerbridge.Server --configuration Release --output /app -p:RestoreLockedMode=true -p:SkipWeb=true \
    && dotnet publish src/Ledgerbridge.Cli --configuration Release --output /app/cli -p:RestoreLockedMode=true -p:SkipWeb=true

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=server /app /app
RUN install --directory --owner="$APP_UID" --mode=700 /data \
    && printf '#!/bin/sh\nexec dotnet /app/cli/ledgerbridge.dll "$@"\n' > /usr/local/bin/ledgerbridge \
    && chmod 755 /usr/local/bin/ledgerbridge
USER $APP_UID
VOLUME /data
EXPOSE 8080
ENV ASPNETCORE_HTTP_PORTS=8080 \
    Ledgerbridge__Storage__DataDirectory=/data
ENTRYPOINT ["dotnet", "/app/Ledgerbridge.Server.dll"]
