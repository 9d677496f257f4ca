using Ledgerbridge.Server;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddLedgerbridge();
var app = builder.Build();
app.UseLedgerbridge();
await app.StartLedgerbridgeAsync();
await app.WaitForShutdownAsync();
