// Started by dotnet ef only; see CONTRIBUTING.md, "Migrations".
return 0;
