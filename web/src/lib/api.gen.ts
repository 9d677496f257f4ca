// Made from contracts/ledgerbridge/openapi.json by `npm run types`. Do not edit.

export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether everything the server needs works, in one word */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/detailed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Each dependency with its state and age */
        get: operations["getDetailedHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Go to Sage's authorise page */
        get: operations["startOAuth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Come back from Sage */
        get: operations["oauthCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/first-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the first account and workspace of a new server */
        post: operations["firstRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/sales_credit_notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Credit notes of the current business, from the copies */
        get: operations["listCreditNotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/sales_credit_notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One credit note with its lines and what it was used for; the copy while Sage does not answer */
        get: operations["getCreditNote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/contact_payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments from and to contacts of the current business, from the copies */
        get: operations["listPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/contact_payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment with the documents it paid */
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/sales_invoices.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invoices as CSV, with the same filters */
        get: operations["exportInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/sales_credit_notes.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Credit notes as CSV, with the same filters */
        get: operations["exportCreditNotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/contact_payments.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments as CSV, with the same filters */
        get: operations["exportPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/contacts.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contacts as CSV, with the same filters */
        get: operations["exportContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stores/{id}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would become of an event, without posting anything */
        post: operations["dryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stores/{id}/policy/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What changed rules would have made of the last 90 days' runs, without saving them */
        post: operations["previewStorePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stores/{id}/completeness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A shop's invoices and credit memos of a period held against Sage's, by day, currency and VAT treatment */
        get: operations["getCompleteness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stores/{id}/completeness.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV, a line for each day, currency and VAT treatment */
        get: operations["exportCompleteness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/audit-logs.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit log as CSV, with the same filters */
        get: operations["exportAuditLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Work the whole chain out again and say whether it is whole */
        post: operations["verifyAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the workspace stands: what needs a person, the figures of the day, and the last 30 days */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in; works without signing in */
        get: operations["getSession"];
        put?: never;
        /** Sign in with password and, when asked, the authenticator's code */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Go to another workspace you belong to */
        put: operations["switchWorkspace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invitation's link offers */
        get: operations["getInvitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take up an invitation with a new account or the present password */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{token}/accept-as-me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take up an invitation as the person who is signed in */
        post: operations["acceptInvitationAsMe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of the workspace and open invitations */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite somebody; the link is shown this once */
        post: operations["invitePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation */
        delete: operations["withdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change what a person may do */
        put: operations["changeRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a person from the workspace */
        delete: operations["removePerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The API keys in use */
        get: operations["listKeys"];
        put?: never;
        /** Make an API key; its text is shown this once */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change your password; other browsers are signed out */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The browsers you are signed in with */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign one of your browsers out */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make another workspace, of which you are the Owner */
        post: operations["createWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/two-factor/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get a key for your authenticator app */
        post: operations["beginTwoFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/two-factor/on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn the authenticator app on with a code from it */
        post: operations["turnTwoFactorOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/two-factor/off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn the authenticator app off */
        post: operations["turnTwoFactorOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/{scope}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings of a scope: workspace, personal, automation, template or security */
        get: operations["listSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/{scope}/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set one value; known keys are checked */
        put: operations["setSetting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/initialize-za-defaults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the South African defaults in place; a second call changes nothing */
        post: operations["initializeZaDefaults"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The connections to Sage and how they stand */
        get: operations["listConnections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The countries Sage can be connected in, and what works where */
        get: operations["listRegions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{id}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Renew a connection now */
        post: operations["refreshConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Disconnect Sage: revoke the grant there and erase the tokens here */
        delete: operations["disconnect"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/business/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The businesses a connection gives access to; the newest connection when none is named */
        get: operations["listBusinesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/business/select": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a business the workspace's current one */
        post: operations["selectBusiness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/business/reference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A business, the current one when none is named, with its tax rates, accounts and other lists, and how old they are */
        get: operations["getReference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/business/reference/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read the current business's lists from Sage now */
        post: operations["refreshReference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/sales_invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sales invoices of the current business, from the copies, in Sage's own envelope */
        get: operations["listInvoices"];
        put?: never;
        /** Confirm a preview, or make an invoice in one step; posts exactly once */
        post: operations["createInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/sales_invoices/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Work an invoice out and store exactly what confirming it posts; costs no call to Sage */
        post: operations["previewInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/sales_invoices/preview/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of a preview */
        get: operations["getPreviewOutcome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/sales_invoices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One invoice with its lines */
        get: operations["getInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/sales_invoices/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invoice as Sage prints it */
        get: operations["getInvoicePdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/sales_invoices/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book a draft */
        post: operations["releaseInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/sales_invoices/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Void an invoice, with a reason */
        post: operations["voidInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers and suppliers, by name, from the local copies */
        get: operations["listContacts"];
        put?: never;
        /** Make a contact; points out another one with the same reference or e-mail address first */
        post: operations["createContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One contact */
        get: operations["getContact"];
        /** Change a contact; send all of it as it is wanted */
        put: operations["updateContact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/contacts/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a customer was invoiced and paid over a period, and owes after each, from the copies */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/contacts/{id}/statement.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statement as CSV */
        get: operations["exportStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/contacts/{id}/active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a contact out of use, or back into it */
        put: operations["setContactActive"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/contacts/{id}/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All addresses and persons of a contact, asked of Sage */
        get: operations["getContactParts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/contacts/{id}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an address to a contact */
        post: operations["addContactAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/contacts/{id}/addresses/{address}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change an address of a contact; send all of it as it is wanted */
        put: operations["changeContactAddress"];
        post?: never;
        /** Take an address away, and with it the persons there */
        delete: operations["removeContactAddress"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/contacts/{id}/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a person to a contact */
        post: operations["addContactPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/contacts/{id}/persons/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a person at a contact; send all of it as it is wanted */
        put: operations["changeContactPerson"];
        post?: never;
        /** Take a person away */
        delete: operations["removeContactPerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the copies of the current business stand, resource by resource */
        get: operations["getSyncStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/{resource}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring copies into step in the background: all, or one resource such as sales_invoices or contacts */
        post: operations["startSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The shops and how they stand */
        get: operations["listStores"];
        put?: never;
        /** Connect a shop with the code from its admin, or pair the one at that address again */
        post: operations["connectStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stores/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One shop and how it stands */
        get: operations["getStore"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stores/{id}/pair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a shop a new key under a fresh code from its admin */
        post: operations["pairStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stores/{id}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a shop whether it is there and takes our token, and measure its clock */
        post: operations["pingStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stores/{id}/disconnect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Disconnect a shop and erase its key */
        post: operations["disconnectStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stores/{id}/payment-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ways to be paid that are installed in a shop, asked of the shop now */
        get: operations["listStorePaymentMethods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stores/{id}/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules by which a shop's documents are posted */
        get: operations["getStorePolicy"];
        /** Change the rules for events from now on; what came before keeps the version it came with */
        put: operations["setStorePolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sync history, newest first, and what runs have failed of */
        get: operations["listRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run with attempts, decisions and postings */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a run again under the shop's present rules */
        post: operations["retryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try all failed runs of one cause again */
        post: operations["retryRuns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what a run posted, last first */
        post: operations["undoRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/backfill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a shop for documents by their numbers */
        post: operations["backfillRuns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people should know or should have known, newest first, and who was told */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is told, by which ways, when and about what */
        get: operations["getAlertSettings"];
        /** Replace who is told; answers a webhook's secret once, when it was made */
        put: operations["setAlertSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/webhook-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new secret for the webhook; the one before signs beside it for a day */
        post: operations["renewWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test by one way now, and hear what the other side said */
        post: operations["testAlerts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/audit-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit log, newest first */
        get: operations["listAuditLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sage/audit-logs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry with what was asked and answered */
        get: operations["getAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description What an entry of a customer's account is.
         * @enum {unknown}
         */
        AccountEntryKind: "invoice" | "credit_note" | "payment" | "refund";
        /**
         * @description The kinds of actors.
         * @enum {unknown}
         */
        ActorKind: "person" | "api_key" | "system";
        /** @description Who did it. */
        ActorResponse: {
            /** @description Person, key or the system. */
            kind: components["schemas"]["ActorKind"];
            /** @description The person's or key's id; empty for the system. */
            id: string;
            /** @description The present name. */
            name: string;
        };
        /**
         * @description What an address of a contact is for.
         * @enum {unknown}
         */
        AddressKind: "accounts" | "delivery" | "other";
        /** @description An address. */
        AddressRequest: {
            line1?: null | string;
            line2?: null | string;
            city?: null | string;
            /** @description Province. */
            region?: null | string;
            postal_code?: null | string;
            /** @description ISO 3166 code; the business's own country when left out. */
            country?: null | string;
        };
        /** @description An address. */
        AddressResponse: {
            line1: string;
            line2: string;
            city: string;
            region: string;
            postal_code: string;
            country: string;
        };
        /** @description One message about an alert. */
        AlertDeliveryResponse: {
            id: string;
            /** @description What it tells. */
            event: components["schemas"]["AlertEvent"];
            way: components["schemas"]["AlertWay"];
            /** @description The e-mail address, or the host of the webhook. */
            target: string;
            state: components["schemas"]["DeliveryState"];
            /**
             * Format: int32
             * @description How often it was tried.
             */
            attempts: number;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description When it is tried next; null once it is not tried any more.
             */
            next_at: null | string;
            /** Format: date-time */
            finished_at: null | string;
            /** @description What came of it so far, as a sentence; empty before the first attempt. */
            outcome: string;
        };
        /**
         * @description What happened to an alert.
         * @enum {unknown}
         */
        AlertEvent: "began" | "worse" | "ended";
        /**
         * @description What people are told about: a closed list, each with a section in `docs/alerts.md`.
         * @enum {unknown}
         */
        AlertKind: "connection" | "runs" | "store" | "sync" | "audit";
        /** @description Something people should know, or should have known. */
        AlertResponse: {
            id: string;
            kind: components["schemas"]["AlertKind"];
            /** @description What people call the connection, shop or business it is about. */
            name: string;
            /** @description True when it does not wait for quiet hours to end. */
            urgent: boolean;
            title: string;
            sentence: string;
            /** @description What to do about it. */
            next_step: string;
            /** @description The page of the app where that is done. */
            link: string;
            /** Format: date-time */
            began_at: string;
            /**
             * Format: date-time
             * @description When it began or last got worse.
             */
            changed_at: string;
            /**
             * Format: date-time
             * @description When it was over; null while it lasts.
             */
            ended_at: null | string;
            /** @description Who was told what about it, the newest first. */
            deliveries: components["schemas"]["AlertDeliveryResponse"][];
        };
        /** @description Who is told, by which ways, when and about what; replaces what was set before. */
        AlertSettingsRequest: {
            /** @description E-mail addresses; empty for nobody. */
            recipients: null | string[];
            /** @description The webhook's address; empty or left out for none. */
            webhook_url?: null | string;
            /** @description When quiet hours begin, such as `22:00`; left out for none. */
            quiet_from?: null | string;
            /** @description When quiet hours end, such as `06:00`; left out for none. */
            quiet_until?: null | string;
            /** @description The kinds people are told about: `connection`, `runs`, `store`, `sync`, `audit`. */
            told: null | string[];
        };
        /** @description Who is told, by which ways, when and about what. */
        AlertSettingsResponse: {
            /** @description E-mail addresses. */
            recipients: string[];
            /** @description The webhook's address, for Owners in full and for all others as far as its host; null for none. */
            webhook_url: null | string;
            /**
             * Format: date-time
             * @description True while the secret before the present one still signs beside it.
             */
            previous_secret_until: null | string;
            /** @description When quiet hours begin, such as `22:00`; null for none. */
            quiet_from: null | string;
            /** @description When quiet hours end; null for none. */
            quiet_until: null | string;
            /** @description The zone by whose clock quiet hours go. */
            time_zone: string;
            /** @description The kinds people are told about. */
            told: components["schemas"]["AlertKind"][];
            /** @description Where mails go, for a sentence; null while this server has no mail server. */
            mail_route: null | string;
        };
        /** @description Which way to try out. */
        AlertTestRequest: {
            way: null | components["schemas"]["AlertWay"];
        };
        /** @description What came of trying a way out. */
        AlertTestResponse: {
            results: components["schemas"]["AlertTestResultResponse"][];
        };
        /** @description What came of one test message. */
        AlertTestResultResponse: {
            /** @description The e-mail address, or the host of the webhook. */
            target: string;
            /** @description True when whoever was to take it took it. */
            taken: boolean;
            /** @description The same as a sentence, with what the other side said. */
            message: string;
        };
        /**
         * @description The ways by which people are told.
         * @enum {unknown}
         */
        AlertWay: "mail" | "webhook";
        /** @description A page of alerts, the newest first. */
        AlertsResponse: {
            /** @description The alerts. */
            items: components["schemas"]["AlertResponse"][];
            /** @description What to give as `after` for the next page; null at the end. */
            next: null | string;
            /**
             * Format: int32
             * @description How many alerts last now, on whichever page.
             */
            lasting: number;
        };
        ApiKeyResponse: {
            id: string;
            name: string;
            role: components["schemas"]["Role"];
            ending: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: null | string;
            /** Format: date-time */
            last_used_at: null | string;
        };
        ApiKeysResponse: {
            keys: components["schemas"]["ApiKeyResponse"][];
        };
        /** @description An entry in full. */
        AuditEntryResponse: {
            /** @description As the list shows it. */
            entry: components["schemas"]["AuditLogResponse"];
            request: null | components["schemas"]["JsonElement"];
            response: null | components["schemas"]["JsonElement"];
            /** @description The hash of the entry before. */
            previous_hash: string;
            /** @description The hash of this one. */
            hash: string;
        };
        /** @description An entry as the list shows it. */
        AuditLogResponse: {
            /** @description Its id; a preview is confirmed by it. */
            id: string;
            /**
             * Format: int64
             * @description Its number in the chain.
             */
            seq: number;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description What, such as `invoice.create`. */
            action: string;
            /** @description How it stands; a preview's moves on until it ends in the truth. */
            status: components["schemas"]["AuditStatus"];
            /** @description Who. */
            actor: components["schemas"]["ActorResponse"];
            target: null | components["schemas"]["TargetResponse"];
            /** @description The preview this entry continues. */
            thread: null | string;
            /** @description One sentence. */
            summary: string;
        };
        /** @description A page of the log. */
        AuditLogsResponse: {
            /** @description The entries, newest first. */
            logs: components["schemas"]["AuditLogResponse"][];
            /**
             * Format: int64
             * @description Ask with `before` set to it for the next page; null at the end.
             */
            next: null | number;
        };
        /**
         * @description How an entry stands. A preview's entry moves on as the preview is confirmed and posted; every other entry stays as written.
         * @enum {unknown}
         */
        AuditStatus: "preview" | "confirmed" | "success" | "failure";
        /** @description What verification found. */
        AuditVerdictResponse: {
            /** @description True when nothing was changed, removed or inserted. */
            whole: boolean;
            /**
             * Format: int64
             * @description How many entries were read.
             */
            entries: number;
            /** @description The first thing that is wrong. */
            problem: null | string;
        };
        /** @description Which documents are asked for. */
        BackfillRequest: {
            /** @description The shop. */
            store_id: string;
            /** @description The kind of event, such as `invoice.created`. */
            event: string;
            /**
             * Format: int64
             * @description The shop's number of the first document.
             */
            from_id: null | number;
            /**
             * Format: int64
             * @description The shop's number of the last document.
             */
            to_id: null | number;
        };
        /** @description How many documents were asked for. */
        BackfillResponse: {
            /** Format: int32 */
            accepted: number;
        };
        /**
         * @description The kinds of records that can be kept in step.
         * @enum {unknown}
         */
        BooksResource: "sales_invoices" | "sales_credit_notes" | "contact_payments" | "products" | "services" | "stock_items" | "contacts";
        /** @description A business. */
        BusinessResponse: {
            /** @description Sage's id. */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description ISO 3166 code. */
            country: string;
            /** @description The currency its books are kept in. */
            currency: string;
            /** @description The connection it is reached through. */
            connection_id: string;
            /** @description False when Sage no longer serves it. */
            subscription_active: boolean;
            /** @description True for the workspace's current business. */
            current: boolean;
        };
        BusinessesResponse: {
            businesses: components["schemas"]["BusinessResponse"][];
        };
        /**
         * @description What other rules would have made of a run: a closed list, each with a row in `docs/store-ledger/words.md`. A run that would be
         *     posted in another way may be of several kinds, all others are of one.
         * @enum {unknown}
         */
        ChangeKind: "posted" | "skipped" | "failed" | "waiting" | "account" | "tax_rate" | "contact" | "amount" | "day" | "other";
        /** @description Something to choose. */
        ChoiceResponse: {
            id: string;
            name: string;
        };
        CodeRequest: {
            code: string;
        };
        /** @description Commercial knobs: numbers, names, texts and remainders. */
        CommercialCard: {
            /** @description Put before an invoice's number unless it begins so already; up to 6 characters. */
            invoice_prefix?: string;
            /** @description Put before a credit memo's number unless it begins so already; up to 6 characters. */
            credit_note_prefix?: string;
            /** @description What the references of registered customers begin with: one or two capital letters, different for each store. */
            contact_prefix?: string;
            /** @description What a contact is called. */
            contact_naming?: components["schemas"]["ContactNaming"];
            /** @description What a line says. */
            line_wording?: components["schemas"]["LineWording"];
            /**
             * Format: int32
             * @description Days to pay, 0 to 365; null takes the business's own.
             */
            credit_days?: null | number;
            /** @description Where delivery goes. */
            delivery?: components["schemas"]["DeliveryPlace"];
            /**
             * Format: decimal
             * @description Differences up to this many units of the document's currency are rounding and get a line of that name; 0 to 1.
             */
            rounding_up_to?: string;
            /** @description When the total is lower than everything in the document. */
            deductions?: components["schemas"]["UnexplainedPart"];
            /** @description What the line of a deduction says, 1 to 100 characters. */
            deduction_text?: string;
            /** @description When the total is higher than everything in the document. */
            charges?: components["schemas"]["UnexplainedPart"];
            /** @description What the line of a charge says, 1 to 100 characters. */
            charge_text?: string;
            /** @description What happens to a refund without an invoice. */
            credit_without_invoice?: components["schemas"]["CreditWithoutInvoice"];
            /** @description Lines name the product, service or stock item of their SKU, so that Sage moves stock by them. */
            items_on_lines?: boolean;
            /** @description The shop's catalogue prices include VAT. */
            prices_include_vat?: boolean;
        };
        /** @description A document that differs. */
        CompletenessDifferenceResponse: {
            /** @description `invoice` or `creditmemo`. */
            entity_type: string;
            /**
             * Format: int64
             * @description The shop's own number of it.
             */
            entity_id: number;
            /** @description The number people know it by; may be empty while it was never read. */
            number: string;
            /** @description The run that says most about it; null when none is left. */
            run_id: null | string;
            /**
             * Format: date
             * @description Its day; null while it was never read.
             */
            day: null | string;
            /** @description The currency's code; null while it was never read. */
            currency: null | string;
            /**
             * Format: decimal
             * @description What it comes to in the shop; null while it was never read.
             */
            store_gross: null | string;
            /**
             * Format: decimal
             * @description What counts of it in Sage; null while it was never read.
             */
            sage_gross: null | string;
            /**
             * Format: decimal
             * @description The shop's less Sage's; may be zero where only the VAT or its treatment differs. Null while it was never read.
             */
            difference: null | string;
            cause: components["schemas"]["DifferenceCause"];
            /** @description What is the matter. */
            sentence: string;
            /** @description Who can do what about it. */
            next_step: string;
            /** @description Sage's id of it; null when it has none. */
            sage_id: null | string;
            /** @description What Sage calls it; null when it does not. */
            sage_number: null | string;
        };
        /** @description A shop's documents of a period held against Sage's. */
        CompletenessResponse: {
            store_id: string;
            /** @description The shop's address. */
            store_name: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @description True when every document is in Sage as the shop has it, or was left out on purpose. */
            complete: boolean;
            /** @description The same in a sentence. */
            sentence: string;
            /**
             * Format: date-time
             * @description Everything that changed in Sage before this moment is in it; null while the copies were never complete.
             */
            fresh_at: null | string;
            totals: components["schemas"]["CompletenessTotalResponse"][];
            /** @description Newest day first. */
            rows: components["schemas"]["CompletenessRowResponse"][];
            /**
             * Format: int32
             * @description How many documents differ.
             */
            differing: number;
            /** @description At most 500 of them, newest first; the file has all. */
            differences: components["schemas"]["CompletenessDifferenceResponse"][];
            left_out: components["schemas"]["LeftOutResponse"][];
        };
        /** @description One day, currency and VAT treatment. */
        CompletenessRowResponse: {
            /**
             * Format: date
             * @description The day of the shop's documents, where the shop is.
             */
            day: string;
            /** @description The currency's code. */
            currency: string;
            /**
             * @description The VAT treatment, `standard`, `zero_rated`, `exempt` or `out_of_scope`; null for what nobody has worked out because
             *     the document could not be planned.
             */
            treatment: null | string;
            /** @description The shop's side. */
            store: components["schemas"]["SumsResponse"];
            /** @description Sage's side. */
            sage: components["schemas"]["SumsResponse"];
            /** @description The shop's less Sage's. */
            difference: components["schemas"]["RestResponse"];
        };
        /** @description All documents of a currency. */
        CompletenessTotalResponse: {
            /** @description The currency's code. */
            currency: string;
            /** @description The shop's side. */
            store: components["schemas"]["SumsResponse"];
            /** @description Sage's side. */
            sage: components["schemas"]["SumsResponse"];
            /** @description The shop's less Sage's. */
            difference: components["schemas"]["RestResponse"];
        };
        /** @description A shop to connect. */
        ConnectStoreRequest: {
            /** @description The shop's address, as its admin shows it. */
            base_url: string;
            /** @description The code from the shop's admin. */
            pairing_code: string;
        };
        /** @description A connection. */
        ConnectionResponse: {
            /** @description Its id. */
            id: string;
            /** @description How it stands. */
            status: components["schemas"]["ConnectionStatus"];
            /** @description Why it broke and what to do; null while it works. */
            problem: null | string;
            /** @description The country that was chosen. */
            country: string;
            /**
             * Format: date-time
             * @description When it was last connected by a person.
             */
            connected_at: string;
            /**
             * Format: date-time
             * @description When its keys were last renewed.
             */
            renewed_at: null | string;
            /**
             * Format: int32
             * @description Whole days until it ends if nobody renews it; it is renewed by schedule long before.
             */
            days_left: null | number;
            /** @description True when the workspace's current business is reached through it. */
            current: boolean;
        };
        /**
         * @description How a connection stands.
         * @enum {unknown}
         */
        ConnectionStatus: "active" | "reconnect_needed" | "disconnected";
        ConnectionsResponse: {
            connections: components["schemas"]["ConnectionResponse"][];
        };
        /** @description B2C consolidation: one contact for each currency that many small buyers share. */
        ConsolidationCard: {
            /** @description On. */
            enabled?: boolean;
            /**
             * Format: decimal
             * @description Documents of at most this total in the books' currency go to the shared contact; above it the buyer gets a contact.
             */
            up_to?: string;
            /** @description The shared contact's name, 1 to 90 characters; another currency's contact adds its code. */
            contact_name?: string;
            /** @description The shared contact's reference, 1 to 7 capital letters and digits; another currency's contact adds its mark. */
            reference?: string;
            /** @description Customer groups of businesses; their members never share. */
            business_groups?: number[];
        };
        /** @description Whether a contact is to be in use. */
        ContactActiveRequest: {
            /** @description False puts it out of use: it no longer shows in lists, and its documents stay. */
            active: null | boolean;
        };
        /** @description An address of a contact as it is wanted. */
        ContactAddressRequest: {
            /** @description What it is called, such as `Warehouse`. */
            name: string;
            kind?: null | components["schemas"]["AddressKind"];
            address: null | components["schemas"]["AddressRequest"];
            /** @description True makes it the main address, which papers show. */
            main?: null | boolean;
        };
        /** @description An address of a contact. */
        ContactAddressResponse: {
            id: string;
            name: string;
            kind: components["schemas"]["AddressKind"];
            address: components["schemas"]["AddressResponse"];
            main: boolean;
        };
        /**
         * @description Customer or supplier.
         * @enum {unknown}
         */
        ContactKind: "customer" | "supplier";
        /**
         * @description What a contact is called.
         * @enum {unknown}
         */
        ContactNaming: "company_first" | "person_first" | "email_first";
        /** @description The addresses and persons of a contact. */
        ContactPartsResponse: {
            /** @description The addresses, the main one first. */
            addresses: components["schemas"]["ContactAddressResponse"][];
            /** @description The persons, the one to write to first. */
            persons: components["schemas"]["ContactPersonResponse"][];
        };
        /** @description A person at a contact as wanted. */
        ContactPersonRequest: {
            name: string;
            /** @description What the person does. */
            job_title?: null | string;
            email?: null | string;
            telephone?: null | string;
            mobile?: null | string;
            /** @description True makes it the person to write to. */
            main?: null | boolean;
        };
        /** @description A person at a contact. */
        ContactPersonResponse: {
            id: string;
            name: string;
            job_title: string;
            email: string;
            telephone: string;
            mobile: string;
            main: boolean;
        };
        /** @description A contact to make, or all of a contact as it is wanted. */
        ContactRequest: {
            name: string;
            kind?: null | components["schemas"]["ContactKind"];
            /** @description Your own reference, unique, at most 10 characters. */
            reference?: null | string;
            /** @description In South Africa ten digits beginning with 4. */
            vat_number?: null | string;
            email?: null | string;
            telephone?: null | string;
            /** @description Name of the person to write to. */
            person_name?: null | string;
            address?: null | components["schemas"]["AddressRequest"];
            /**
             * Format: int32
             * @description Days to pay; the business's own terms when left out.
             */
            credit_days?: null | number;
            /** @description ISO 4217 code of the contact's one currency; the books' own when left out. Cannot be changed later. */
            currency?: null | string;
            notes?: null | string;
            /** @description Make the contact although another one has the same reference or e-mail address. */
            allow_duplicate?: null | boolean;
        };
        /** @description A contact. */
        ContactResponse: {
            /** @description Sage's id. */
            id: string;
            name: string;
            kind: components["schemas"]["ContactKind"];
            reference: string;
            vat_number: string;
            email: string;
            telephone: string;
            person_name: string;
            address: components["schemas"]["AddressResponse"];
            /** Format: int32 */
            credit_days: null | number;
            currency: null | string;
            notes: string;
            /**
             * Format: decimal
             * @description What the contact owes; null when Sage did not say.
             */
            balance: null | string;
            /** @description False once it was put out of use. */
            active: boolean;
            /**
             * Format: uri
             * @description Its page in Sage.
             */
            sage_url: null | string;
            /**
             * Format: date-time
             * @description Sage had it like this at this moment.
             */
            read_at: string;
        };
        /** @description A page of contacts. */
        ContactsResponse: {
            /** @description The contacts, in the order asked for. */
            contacts: components["schemas"]["ContactResponse"][];
            /**
             * Format: int32
             * @description How many there are on all pages.
             */
            total: number;
            /** @description False when there are so many that they were not counted: then there are at least as many. */
            total_is_exact: boolean;
            /** @description What `after` has to be for the next page; null on the last. */
            next: null | string;
            /**
             * Format: date-time
             * @description Everything that changed in Sage before this moment is in the copies; null while they have not been read to the end once.
             */
            fresh_at: null | string;
        };
        /** @description Either the preview that is confirmed, or an invoice to make in one step. */
        CreateInvoiceRequest: {
            /** @description The preview to confirm; what it stored is posted, and every other field is ignored. */
            preview_id?: null | string;
            /** @description The customer, an id of the contacts list. */
            contact_id: string;
            /** @description The customer's reference, such as an order number; Sage keeps 25 characters of it. */
            reference: string;
            /**
             * Format: date
             * @description The day of the invoice; today in the workspace's time zone when left out.
             */
            date?: null | string;
            /**
             * Format: date
             * @description The day payment is due; by the customer's terms when left out.
             */
            due_date?: null | string;
            /** @description 1 to 100 lines. */
            line_items: components["schemas"]["InvoiceLineRequest"][];
            /** @description Text for the customer. */
            notes?: null | string;
        };
        /** @description A credit note in full. */
        CreditNoteDetailResponse: {
            credit_note: components["schemas"]["CreditNoteResponse"];
            line_items: components["schemas"]["InvoiceLineResponse"][];
            /** @description Text for the customer. */
            notes: string;
            /** @description Why it was voided; null when it was not. */
            void_reason: null | string;
            /** @description What it was used for, oldest first. */
            settlements: components["schemas"]["SettlementResponse"][];
            /** @description Why this is the copy, without what it was used for; null when Sage answered. */
            copy_because: null | string;
        };
        /** @description A credit note as Sage has it. Its amounts are positive. */
        CreditNoteResponse: {
            /** @description Sage's id. */
            id: string;
            /** @description The number; null for a draft. */
            number: null | string;
            status: components["schemas"]["InvoiceState"];
            contact_id: string;
            contact_name: string;
            reference: string;
            /** Format: date */
            date: string;
            currency: string;
            /** Format: decimal */
            net_amount: string;
            /** Format: decimal */
            vat_amount: string;
            /** Format: decimal */
            gross_amount: string;
            /**
             * Format: decimal
             * @description What is not set against anything yet.
             */
            outstanding_amount: string;
            /** Format: date-time */
            updated_at: null | string;
            /**
             * Format: uri
             * @description Its page in Sage.
             */
            sage_url: null | string;
            /**
             * Format: date-time
             * @description Sage had it like this at this moment.
             */
            fresh_at: string;
            /** @description Why a newer state of it could not be read; null when there is none. */
            unread_problem: null | string;
        };
        /** @description A page of credit notes. */
        CreditNotesResponse: {
            /** @description The credit notes. */
            items: components["schemas"]["CreditNoteResponse"][];
            /**
             * Format: int32
             * @description How many there are on all pages.
             */
            total: number;
            /** @description False when there are so many that they were not counted: then there are at least as many. */
            total_is_exact: boolean;
            /** @description What `after` has to be for the next page; null on the last. */
            next: null | string;
            /**
             * Format: date-time
             * @description Everything that changed in Sage before this moment is in the copies; null while they are not complete.
             */
            fresh_at: null | string;
        };
        /**
         * @description What happens to a refund that the shop ties to no invoice, or whose invoice is older than the books here.
         * @enum {unknown}
         */
        CreditWithoutInvoice: "post" | "skip" | "fail";
        /** @description Multi-currency. */
        CurrencyCard: {
            /** @description What happens to documents in another currency than the books'. */
            other_currencies?: components["schemas"]["OtherCurrencies"];
            /** @description Only these currencies beside the books' own; empty for all. */
            accepted?: string[];
            /** @description Base currencies of websites that differ from the books': the shop does not name them. */
            website_currencies?: components["schemas"]["WebsiteCurrency"][];
            /** @description Where exchange rates come from. */
            rate_source?: components["schemas"]["RateSource"];
            /** @description The fixed rates; also used where the shop has none. */
            rates?: components["schemas"]["CurrencyRate"][];
            /** @description Currencies for which a rate of exactly 1 is true, such as NAD beside ZAR; for all others it is doubted. */
            at_par?: string[];
        };
        /** @description A fixed exchange rate. */
        CurrencyRate: {
            /** @description ISO 4217 code. */
            currency?: string;
            /**
             * Format: decimal
             * @description Base currency of the books for one unit, above 0, up to ten decimals.
             */
            rate?: string;
        };
        /** @description Something the plan decided. */
        DecisionResponse: {
            /** @description What it is about. */
            topic: string;
            /** @description What was decided and why. */
            sentence: string;
        };
        /**
         * @description Where delivery goes on a document.
         * @enum {unknown}
         */
        DeliveryPlace: "carriage" | "line";
        /**
         * @description How one message stands.
         * @enum {unknown}
         */
        DeliveryState: "waiting" | "delivered" | "given_up" | "withdrawn";
        /** @description One dependency. */
        DependencyResponse: {
            /** @description Its name. */
            name: string;
            /** @description `ok`, `attention` when a person should look, or `failing`. */
            status: string;
            /** @description What was found, in a sentence. */
            message: string;
            /**
             * Format: date-time
             * @description When it was looked at.
             */
            checked_at: string;
        };
        DeviceResponse: {
            id: string;
            device: string;
            /** Format: date-time */
            signed_in_at: string;
            /** Format: date-time */
            last_seen_at: string;
            current: boolean;
        };
        DevicesResponse: {
            sessions: components["schemas"]["DeviceResponse"][];
        };
        /**
         * @description Why a shop's document and Sage's are not the same: a closed list, each with a row in `docs/completeness.md`.
         * @enum {unknown}
         */
        DifferenceCause: "waiting" | "failed" | "booked_otherwise" | "changed" | "voided" | "deleted" | "draft" | "missing";
        /** @description What came of disconnecting. */
        DisconnectedResponse: {
            /** @description False when Sage did not confirm; the tokens are erased here in any case. */
            revoked_at_sage: boolean;
            /** @description The same in a sentence, with what is left to do in Sage. */
            message: string;
        };
        /** @description A document that another one names. */
        DocumentPartResponse: {
            /** @description What it is. */
            kind: components["schemas"]["PartKind"];
            /** @description Sage's id. */
            id: string;
            /** @description Its number, or its reference; empty when it is not among the copies. */
            name: string;
            /**
             * Format: date
             * @description Its day; null when it is not among the copies.
             */
            date: null | string;
            /**
             * Format: decimal
             * @description How much of it.
             */
            amount: string;
        };
        /** @description The answer of something that has nothing to say but that it is done. */
        DoneResponse: {
            /**
             * @description Always true.
             * @default true
             */
            done: boolean;
        };
        /** @description What was found to differ although Sage had not told of a change; it has been put right. */
        DriftResponse: {
            /**
             * Format: date-time
             * @description When it was found.
             */
            at: string;
            /**
             * Format: int32
             * @description Records that were not here.
             */
            missing: number;
            /**
             * Format: int32
             * @description Records that were different.
             */
            changed: number;
            /**
             * Format: int32
             * @description Records that were gone from Sage.
             */
            gone: number;
        };
        /**
         * @description What an event would come to.
         * @enum {unknown}
         */
        DryRunOutcome: "planned" | "skipped" | "failed" | "waits";
        /** @description Which event is wondered about. */
        DryRunRequest: {
            /** @description The kind of event, such as `invoice.created`. */
            event: string;
            /**
             * Format: int64
             * @description The shop's number of the document.
             */
            entity_id: null | number;
        };
        /** @description What would become of an event. */
        DryRunResponse: {
            /** @description What it would come to. */
            outcome: components["schemas"]["DryRunOutcome"];
            /** @description The same in words. */
            sentence: string;
            /** @description What a person would do about it; empty when nothing. */
            next_step: string;
            /** @description The stable word of the reason or cause; null for a plan. */
            reason: null | string;
            /** @description What the plan decided. */
            decisions: components["schemas"]["DecisionResponse"][];
            /** @description What would be written, in order. */
            steps: components["schemas"]["DryStepResponse"][];
        };
        /** @description A step of a plan that nobody carried out. */
        DryStepResponse: {
            /** @description What would be done. */
            kind: string;
            /** @description The same in words. */
            sentence: string;
            request: null | components["schemas"]["JsonElement"];
        };
        FirstRunRequest: {
            name: string;
            email: string;
            password: string;
            workspace_name: string;
            /** @description ISO 3166 code; ZA when left out. */
            country?: null | string;
            /** @description From the file `setup-code` in the data directory. */
            setup_code?: null | string;
        };
        /** @description The whole with its parts. */
        HealthResponse: {
            /** @description `ok` unless a dependency is failing. */
            status: string;
            /** @description This server's version. */
            version: string;
            /**
             * Format: date-time
             * @description When the process started.
             */
            started_at: string;
            /** @description Each part. */
            dependencies: components["schemas"]["DependencyResponse"][];
        };
        InvitationResponse: {
            id: string;
            email: string;
            role: components["schemas"]["Role"];
            /** Format: date-time */
            expires_at: string;
        };
        InviteRequest: {
            email: string;
            role: null | components["schemas"]["Role"];
        };
        /** @description An invoice in full. */
        InvoiceDetailResponse: {
            invoice: components["schemas"]["InvoiceResponse"];
            line_items: components["schemas"]["InvoiceLineResponse"][];
            notes: string;
            void_reason: null | string;
            sent: boolean;
            can_release: boolean;
            can_void: boolean;
            /** @description The payments and credit notes that settled it, oldest first. */
            settlements: components["schemas"]["SettlementResponse"][];
        };
        /** @description One line. */
        InvoiceLineRequest: {
            /** @description What is sold. */
            description: string;
            /**
             * Format: decimal
             * @description How many; more than 0.
             */
            quantity: null | string;
            /**
             * Format: decimal
             * @description The price of one without VAT.
             */
            unit_price: null | string;
            /** @description An id of the business's rates; its standard rate when left out. */
            tax_rate_id?: null | string;
            /** @description An id of the business's sales accounts; the first of them when left out. */
            ledger_account_id?: null | string;
        };
        /** @description A line of an invoice in Sage. */
        InvoiceLineResponse: {
            description: string;
            /** Format: decimal */
            quantity: string;
            /** Format: decimal */
            unit_price: string;
            tax_rate_id: string;
            tax_rate_name: string;
            ledger_account_id: string;
            ledger_account_name: string;
            /** Format: decimal */
            net_amount: string;
            /** Format: decimal */
            vat_amount: string;
            /** Format: decimal */
            gross_amount: string;
        };
        /** @description What became of a preview that was confirmed. */
        InvoiceOutcomeResponse: {
            /** @description `confirmed` while it is on its way, `success` when it is in Sage. */
            status: components["schemas"]["AuditStatus"];
            /** @description The preview. */
            preview_id: null | string;
            /** @description What happened, in a sentence. */
            message: string;
            /**
             * Format: date-time
             * @description When it is tried again, while it waits.
             */
            next_attempt_at?: null | string;
            /** @description Sage's id of the invoice; null while it is on its way. */
            id?: null | string;
            invoice?: null | components["schemas"]["InvoiceResponse"];
        };
        /** @description An invoice as it is asked for. Prices are without VAT. */
        InvoiceRequest: {
            /** @description The customer, an id of the contacts list. */
            contact_id: string;
            /** @description The customer's reference, such as an order number; Sage keeps 25 characters of it. */
            reference: string;
            /**
             * Format: date
             * @description The day of the invoice; today in the workspace's time zone when left out.
             */
            date?: null | string;
            /**
             * Format: date
             * @description The day payment is due; by the customer's terms when left out.
             */
            due_date?: null | string;
            /** @description 1 to 100 lines. */
            line_items: components["schemas"]["InvoiceLineRequest"][];
            /** @description Text for the customer. */
            notes?: null | string;
        };
        /** @description An invoice as Sage has it. */
        InvoiceResponse: {
            /** @description Sage's id. */
            id: string;
            /** @description The number; null for a draft. */
            number: null | string;
            status: components["schemas"]["InvoiceState"];
            contact_id: string;
            contact_name: string;
            reference: string;
            /** Format: date */
            date: string;
            /** Format: date */
            due_date: null | string;
            currency: string;
            /** Format: decimal */
            net_amount: string;
            /** Format: decimal */
            vat_amount: string;
            /** Format: decimal */
            gross_amount: string;
            /** Format: decimal */
            outstanding_amount: string;
            /** Format: date-time */
            updated_at: null | string;
            /**
             * Format: uri
             * @description Its page in Sage.
             */
            sage_url: null | string;
            /**
             * Format: date-time
             * @description Sage had it like this at this moment; null in the answer to a write.
             */
            fresh_at?: null | string;
            /** @description Why a newer state of it could not be read; null when there is none. */
            unread_problem?: null | string;
        };
        /**
         * @description Where an invoice stands.
         * @enum {unknown}
         */
        InvoiceState: "draft" | "unpaid" | "part_paid" | "paid" | "void" | "other";
        /** @description A page of invoices in Sage's envelope. */
        InvoicesResponse: {
            /**
             * Format: int32
             * @description How many there are in all.
             */
            $total: number;
            /**
             * Format: int32
             * @description The page this is.
             */
            $page: number;
            /** @description False when there are so many that they were not counted: then there are at least as many. */
            total_is_exact: boolean;
            /** @description What `after` has to be for the next page; null on the last. */
            next: null | string;
            /**
             * Format: date-time
             * @description Everything that changed in Sage before this moment is in the copies; null while they have not been read to the end once.
             */
            fresh_at: null | string;
            /** @description The address of the next page; null on the last. */
            $next: null | string;
            /** @description The address of the page before; null on the first. */
            $back: null | string;
            /**
             * Format: int32
             * @description Invoices on a full page.
             */
            $itemsPerPage: number;
            /** @description The invoices. */
            $items: components["schemas"]["InvoiceResponse"][];
        };
        JoinRequest: {
            token: string;
            /** @description For a person without an account. */
            name?: null | string;
            /** @description A new one for a person without an account, the present one otherwise. */
            password: string;
        };
        JsonElement: unknown;
        /** @description A ledger account to choose. */
        LedgerAccountResponse: {
            id: string;
            name: string;
            /** Format: int32 */
            nominal_code: null | number;
            for_sales: boolean;
        };
        /** @description Documents that were left out of the books on purpose. */
        LeftOutResponse: {
            /** @description The stable word of the reason. */
            reason: string;
            /** @description What it means. */
            meaning: string;
            /** @description The currency's code. */
            currency: string;
            /** @description What they come to in the shop. */
            store: components["schemas"]["SumsResponse"];
        };
        /**
         * @description What a line says.
         * @enum {unknown}
         */
        LineWording: "name" | "name_and_sku" | "sku_and_name";
        /** @description One word about the whole. */
        LivenessResponse: {
            /** @description `ok` or `failing`. */
            status: string;
        };
        /** @description Default mappings: Sage's ids of the ledger accounts things go to. */
        MappingsCard: {
            /** @description Sales of goods, and everything without an account of its own. */
            sales_account_id?: string;
            /** @description Sales of services; empty takes the account for sales. */
            services_account_id?: string;
            /** @description Delivery on a line; empty takes the account for sales. */
            shipping_account_id?: string;
            /** @description Rounding differences; empty takes the account for sales. */
            rounding_account_id?: string;
            /** @description Deductions nothing explains, such as store credit and gift cards; empty takes the account for sales. */
            deduction_account_id?: string;
            /** @description Charges nothing explains, such as surcharges; empty takes the account for sales. */
            charge_account_id?: string;
            /** @description Adjustments of refunds, up and down; empty takes the account for sales. */
            adjustment_account_id?: string;
            /** @description Purchases of what is sold; Sage wants one for products and stock items. Empty takes Sage's own choice. */
            purchase_account_id?: string;
        };
        MemberResponse: {
            id: string;
            name: string;
            email: string;
            role: components["schemas"]["Role"];
            two_factor_on: boolean;
            /** Format: date-time */
            since: string;
        };
        /**
         * @description The things only a person can put right: a closed list, the most pressing first.
         * @enum {unknown}
         */
        NeedKind: "reconnect_needed" | "connection_ending" | "store_refuses" | "store_unpaired" | "store_unreachable" | "runs_failed" | "documents_differ" | "sync_failing" | "old_drafts";
        /** @description Something only a person can put right. */
        NeedResponse: {
            kind: components["schemas"]["NeedKind"];
            /** @description What is the matter, in a few words. */
            title: string;
            /** @description What is known about it and what to do. */
            text: string;
            /**
             * Format: int32
             * @description How many documents it concerns; 0 when it concerns none in particular.
             */
            count?: number;
            /** @description The shop it concerns; null when it concerns none in particular. */
            store_id?: null | string;
            /** @description That shop's address. */
            store_name?: null | string;
            /** @description The stable word of the cause documents failed of; null for other kinds. */
            cause?: null | string;
        };
        /** @description A new key. Its text is shown this once; only its hash is kept. */
        NewApiKeyResponse: {
            key: components["schemas"]["ApiKeyResponse"];
            api_key: string;
        };
        /** @description A new invitation. The link is shown this once; only its hash is kept. */
        NewInvitationResponse: {
            invitation: components["schemas"]["InvitationResponse"];
            link: string;
        };
        NewKeyRequest: {
            name: string;
            role: null | components["schemas"]["Role"];
            /**
             * Format: int32
             * @description Days until it ends; never when left out.
             */
            expires_in_days?: null | number;
        };
        NewWorkspaceRequest: {
            name: string;
            /** @description ISO 3166 code; ZA when left out. */
            country?: null | string;
        };
        OpenInvitationResponse: {
            email: string;
            workspace_name: string;
            role: components["schemas"]["Role"];
            has_account: boolean;
        };
        /**
         * @description What happens to documents in another currency than the books'.
         * @enum {unknown}
         */
        OtherCurrencies: "post" | "skip" | "fail";
        /** @description The current business and the connection to it. */
        OverviewBusinessResponse: {
            /** @description The business's name. */
            name: string;
            /** @description The code of the currency its books are kept in; empty when it is not known. */
            currency: string;
            /** @description How the connection stands. */
            connection_status: components["schemas"]["ConnectionStatus"];
            /**
             * Format: int32
             * @description Whole days until the connection ends if nobody renews it; null while it does not work.
             */
            days_left: null | number;
            /**
             * Format: date-time
             * @description When its keys were last renewed.
             */
            renewed_at: string;
        };
        /** @description The documents of a day. */
        OverviewDayResponse: {
            /**
             * Format: date
             * @description The day they are dated.
             */
            day: string;
            /**
             * Format: int32
             * @description Booked invoices and credit notes.
             */
            documents: number;
            /**
             * Format: decimal
             * @description Invoices less credit notes, VAT included.
             */
            value: string;
        };
        /** @description The figures of the day. */
        OverviewFiguresResponse: {
            /**
             * Format: int32
             * @description Documents of shops that came into the books today.
             */
            synced_today: number;
            /**
             * Format: int32
             * @description Documents of shops that are on their way.
             */
            waiting: number;
            /**
             * Format: int32
             * @description Documents of shops that failed and wait for a person.
             */
            failed: number;
            /**
             * Format: int32
             * @description Calls Sage allows the current business until midnight UTC, as this process counts them; null when there is no limit or no business.
             */
            calls_left_today: null | number;
        };
        /** @description How the copies of one resource stand. */
        OverviewResourceResponse: {
            /** @description Which. */
            resource: components["schemas"]["BooksResource"];
            /** @description How it stands. */
            state: components["schemas"]["SyncState"];
            /**
             * Format: date-time
             * @description Everything that changed in Sage before this moment is in the copies; null while they were never complete.
             */
            fresh_at: null | string;
            /** @description What went wrong last, in a sentence; null when nothing did. */
            problem: null | string;
        };
        /** @description How the workspace stands. */
        OverviewResponse: {
            /**
             * Format: date
             * @description The day it is in the workspace's time zone.
             */
            today: string;
            /** @description The first steps, while one is left to be taken; empty afterwards. */
            steps: components["schemas"]["StepResponse"][];
            /** @description Things only a person can put right, the most pressing first. */
            needs: components["schemas"]["NeedResponse"][];
            business: null | components["schemas"]["OverviewBusinessResponse"];
            figures: components["schemas"]["OverviewFiguresResponse"];
            /** @description What was booked, the books' own currency first. */
            series: components["schemas"]["OverviewSeriesResponse"][];
            /** @description How the copies stand; empty while no business is chosen. */
            resources: components["schemas"]["OverviewResourceResponse"][];
            /** @description The shops, by address. */
            stores: components["schemas"]["OverviewStoreResponse"][];
        };
        /** @description The last 30 days in one currency, oldest first, today included. */
        OverviewSeriesResponse: {
            /** @description The currency's code. */
            currency: string;
            /**
             * Format: int32
             * @description Documents of all days.
             */
            documents: number;
            /**
             * Format: decimal
             * @description Their value.
             */
            value: string;
            /** @description Each day, those without documents too. */
            days: components["schemas"]["OverviewDayResponse"][];
        };
        /** @description A shop at a glance. */
        OverviewStoreResponse: {
            /** @description Its id. */
            id: string;
            /** @description Its address. */
            base_url: string;
            /** @description How it stands. */
            status: components["schemas"]["StoreStatus"];
            /**
             * Format: int32
             * @description Runs that are not at their end.
             */
            pending: number;
            /**
             * Format: int32
             * @description Runs that failed in the last 24 hours.
             */
            failed_lately: number;
            /**
             * Format: date-time
             * @description When a run last came to its end; null when none has.
             */
            last_run_at: null | string;
        };
        /** @description A fresh code for a shop that is known. */
        PairStoreRequest: {
            /** @description The code from the shop's admin. */
            pairing_code: string;
        };
        /**
         * @description What a document is that another one names.
         * @enum {unknown}
         */
        PartKind: "invoice" | "credit_note" | "other";
        /** @description One of the two parties as the paper shows them. */
        PartyResponse: {
            name: string;
            address_lines: string[];
            vat_number: string;
        };
        PasswordRequest: {
            current_password: string;
            new_password: string;
        };
        /**
         * @description Which moment dates a payment.
         * @enum {unknown}
         */
        PaymentDay: "event" | "captured";
        /** @description A payment in full. */
        PaymentDetailResponse: {
            payment: components["schemas"]["PaymentResponse"];
            /** @description The documents it paid. */
            documents: components["schemas"]["DocumentPartResponse"][];
            /** @description The bank account it arrived in or left; empty when it is not known. */
            bank_account_name: string;
            /** @description How it was paid; empty when it is not known. */
            payment_method_name: string;
        };
        /**
         * @description Which way the money of a payment went.
         * @enum {unknown}
         */
        PaymentDirection: "receipt" | "refund";
        /**
         * @description What becomes of the money that came in by a way of paying.
         * @enum {unknown}
         */
        PaymentOutcome: "bank" | "unpaid" | "skip" | "fail";
        /** @description What a payment paid for. */
        PaymentPartResponse: {
            /** @description Sage's id of the document. */
            document_id: string;
            /**
             * Format: decimal
             * @description How much of it.
             */
            amount: string;
        };
        /** @description A payment as Sage has it. */
        PaymentResponse: {
            /** @description Sage's id. */
            id: string;
            /** @description `receipt`, or `refund` for money that went back. */
            direction: components["schemas"]["PaymentDirection"];
            /** @description A customer's money or a supplier's. */
            party: components["schemas"]["ContactKind"];
            contact_id: string;
            contact_name: string;
            reference: string;
            /** Format: date */
            date: string;
            currency: string;
            /** Format: decimal */
            amount: string;
            /**
             * Format: decimal
             * @description What is left of it on the contact's account; null when nothing ever was.
             */
            on_account_amount: null | string;
            allocations: components["schemas"]["PaymentPartResponse"][];
            /** Format: date-time */
            updated_at: null | string;
            /**
             * Format: date-time
             * @description Sage had it like this at this moment.
             */
            fresh_at: string;
            /** @description Why a newer state of it could not be read; null when there is none. */
            unread_problem: null | string;
        };
        /** @description What becomes of the money of one way of paying. */
        PaymentRule: {
            /** @description The shop's code, such as `stripe_payments`. */
            method?: string;
            /** @description What happens. */
            outcome?: components["schemas"]["PaymentOutcome"];
            /** @description Sage's id of the bank account; needed for PaymentOutcome.Bank. */
            bank_account_id?: string;
            /** @description Sage's id of its own word for the way of paying; empty leaves it open. */
            sage_method_id?: string;
        };
        /** @description The payment-method map. */
        PaymentsCard: {
            /** @description The ways of paying somebody decided about. */
            methods?: components["schemas"]["PaymentRule"][];
            /** @description What happens to all other ways of paying; its string PaymentRule.Method is empty. */
            others?: components["schemas"]["PaymentRule"];
            /** @description Which moment dates a payment. */
            dated_by?: components["schemas"]["PaymentDay"];
            /** @description What is posted beside a credit note. */
            refunds?: components["schemas"]["RefundMoney"];
        };
        /** @description A page of payments. */
        PaymentsResponse: {
            /** @description The payments. */
            items: components["schemas"]["PaymentResponse"][];
            /**
             * Format: int32
             * @description How many there are on all pages.
             */
            total: number;
            /** @description False when there are so many that they were not counted: then there are at least as many. */
            total_is_exact: boolean;
            /** @description What `after` has to be for the next page; null on the last. */
            next: null | string;
            /**
             * Format: date-time
             * @description Everything that changed in Sage before this moment is in the copies; null while they are not complete.
             */
            fresh_at: null | string;
        };
        PeopleResponse: {
            people: components["schemas"]["MemberResponse"][];
            invitations: components["schemas"]["InvitationResponse"][];
        };
        PersonResponse: {
            id: string;
            name: string;
            email: string;
            two_factor_on: boolean;
        };
        /** @description What a shop said to a ping. */
        PingResponse: {
            /** @description False when it did not answer as it should. */
            answered: boolean;
            /** @description What was found, in a sentence. */
            message: string;
            /**
             * Format: int64
             * @description How long it took; null when it did not answer.
             */
            milliseconds: null | number;
            /** @description The shop afterwards. */
            store: components["schemas"]["StoreResponse"];
        };
        /** @description How many runs would be of one kind. */
        PolicyChangeCountResponse: {
            /** @description The kind. */
            kind: components["schemas"]["ChangeKind"];
            /** @description The same for people. */
            meaning: string;
            /**
             * Format: int32
             * @description How many runs; one that would be posted otherwise may count in several kinds.
             */
            runs: number;
        };
        /** @description A run that other rules would have made something else of. */
        PolicyChangeResponse: {
            /** @description Its id. */
            run_id: string;
            /** @description What happened, such as `invoice.created`. */
            event: string;
            /** @description To what kind of thing. */
            entity_type: string;
            /**
             * Format: int64
             * @description The shop's own number of it.
             */
            entity_id: number;
            /** @description The number people know the document by; empty for customers and products. */
            number: string;
            /** @description How the run ended. */
            status: components["schemas"]["RunState"];
            /** @description What would change. */
            kinds: components["schemas"]["ChangeKind"][];
            /** @description What would change, in words. */
            sentence: string;
        };
        /** @description What a changed policy would have made of the last 90 days' runs. Nothing was written, and nobody was asked. */
        PolicyPreviewResponse: {
            /**
             * Format: date-time
             * @description The beginning of the period.
             */
            since: string;
            /**
             * Format: int32
             * @description How many runs of the period have come to their end.
             */
            total: number;
            /**
             * Format: int32
             * @description How many of them were planned anew.
             */
            looked_at: number;
            /**
             * Format: int32
             * @description How many of those would have ended or been posted otherwise.
             */
            changed: number;
            /** @description What was looked at and what was not, in words. */
            sentence: string;
            /** @description The kinds of changes there are, the gravest first. */
            counts: components["schemas"]["PolicyChangeCountResponse"][];
            /** @description The runs concerned, newest first. */
            items: components["schemas"]["PolicyChangeResponse"][];
            /** @description Ask with `after` set to it for the next page; null at the end. */
            next: null | string;
        };
        /** @description A priced line. */
        PreviewLineResponse: {
            description: string;
            /** Format: decimal */
            quantity: string;
            /** Format: decimal */
            unit_price: string;
            tax_rate_id: string;
            tax_rate_name: string;
            vat_treatment: components["schemas"]["VatTreatment"];
            /** Format: decimal */
            vat_percentage: string;
            ledger_account_id: string;
            ledger_account_name: string;
            /** Format: decimal */
            net_amount: string;
            /** Format: decimal */
            vat_amount: string;
            /** Format: decimal */
            gross_amount: string;
        };
        /** @description A preview: exactly what confirming it posts. */
        PreviewResponse: {
            /** @description Confirm with this. */
            preview_id: string;
            /** @description How the preview stands. */
            status: components["schemas"]["AuditStatus"];
            contact_id: string;
            reference: string;
            /** Format: date */
            date: string;
            /** Format: date */
            due_date: string;
            notes: string;
            currency: string;
            /** Format: decimal */
            net_amount: string;
            /** Format: decimal */
            vat_amount: string;
            /** Format: decimal */
            gross_amount: string;
            line_items: components["schemas"]["PreviewLineResponse"][];
            vat_by_rate: components["schemas"]["VatByRateResponse"][];
            supplier: components["schemas"]["PartyResponse"];
            customer: components["schemas"]["PartyResponse"];
            tax_invoice: components["schemas"]["TaxInvoiceResponse"];
            /** @description True when confirming stores a draft, false when it books the invoice at once. */
            as_draft: boolean;
            /** @description What confirming does, in a sentence. */
            will_do: string;
            /** @description What to look at before confirming. */
            warnings: string[];
            /** @description The exact request Sage will get. */
            payload: components["schemas"]["JsonElement"];
        };
        /**
         * @description Where exchange rates come from.
         * @enum {unknown}
         */
        RateSource: "store" | "table";
        /** @description The recovery codes; shown this once. */
        RecoveryCodesResponse: {
            codes: string[];
        };
        /** @description The current business and everything to choose from in it. */
        ReferenceResponse: {
            business: components["schemas"]["BusinessResponse"];
            /**
             * Format: date-time
             * @description When the lists were read from Sage.
             */
            read_at: string;
            vat_registered: boolean;
            vat_number: string;
            address: string;
            /** Format: date */
            books_start_on: null | string;
            /** Format: int32 */
            customer_credit_days: null | number;
            /** @description Whether invoices can be stored as drafts and released later. */
            drafts: boolean;
            /** @description Whether invoices can be in another currency. */
            multi_currency: boolean;
            tax_rates: components["schemas"]["TaxRateResponse"][];
            ledger_accounts: components["schemas"]["LedgerAccountResponse"][];
            bank_accounts: components["schemas"]["ChoiceResponse"][];
            currencies: components["schemas"]["ChoiceResponse"][];
            countries: components["schemas"]["ChoiceResponse"][];
            payment_methods: components["schemas"]["ChoiceResponse"][];
            document_states: components["schemas"]["ChoiceResponse"][];
        };
        /**
         * @description What is posted beside a credit note.
         * @enum {unknown}
         */
        RefundMoney: "credit_only" | "pay_back";
        /** @description A country to connect in. */
        RegionResponse: {
            /** @description ISO 3166 code. */
            code: string;
            /** @description Its name. */
            name: string;
            /** @description The currency its books are kept in. */
            currency: string;
            /** @description True when connecting there works with this server. */
            available: boolean;
            /** @description What to know before choosing it. */
            note: string;
        };
        RegionsResponse: {
            regions: components["schemas"]["RegionResponse"][];
            default: string;
            sandbox: boolean;
        };
        /** @description What one side has more than the other: the shop's less Sage's. */
        RestResponse: {
            /**
             * Format: decimal
             * @description Value without VAT.
             */
            net: string;
            /**
             * Format: decimal
             * @description VAT.
             */
            vat: string;
            /**
             * Format: decimal
             * @description The two together.
             */
            gross: string;
        };
        /** @description How many runs are tried again. */
        RetriedResponse: {
            /** Format: int32 */
            retried: number;
        };
        /** @enum {unknown} */
        Role: "viewer" | "accountant" | "owner" | null;
        RoleRequest: {
            role: null | components["schemas"]["Role"];
        };
        /** @description One attempt at a run. */
        RunAttemptResponse: {
            /**
             * Format: int32
             * @description 1, 2, 3 …
             */
            number: number;
            /**
             * Format: date-time
             * @description When it began.
             */
            began_at: string;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at: string;
            /** @description Where the run stood after it. */
            outcome: string;
            /** @description What came of it. */
            sentence: string;
            /** @description The class of its failure; null when it did not fail. */
            failure_class: null | string;
            /** @description Of what it failed; null when it did not fail. */
            cause: null | string;
        };
        /** @description How many runs failed of one cause. */
        RunCauseResponse: {
            /** @description The stable word. */
            cause: string;
            /** @description What it means. */
            meaning: string;
            /** @description Who can do what about it. */
            next_step: string;
            /**
             * Format: int32
             * @description How many runs.
             */
            failed: number;
        };
        /** @description A run in full. */
        RunDetailResponse: {
            /** @description As lists show it. */
            run: components["schemas"]["RunResponse"];
            /**
             * Format: int32
             * @description The version of the shop's rules it keeps.
             */
            policy_version: number;
            /** @description What the last plan decided. */
            decisions: components["schemas"]["DecisionResponse"][];
            /** @description All attempts, first to last. */
            attempts_made: components["schemas"]["RunAttemptResponse"][];
            /** @description What it wrote to Sage. */
            postings: components["schemas"]["RunPostingResponse"][];
            /** @description True when it can be sent round again. */
            can_retry: boolean;
            /** @description True when what it posted can be taken back. */
            can_undo: boolean;
        };
        /** @description One write to Sage that a run wanted. */
        RunPostingResponse: {
            /** @description Its id in the journal. */
            id: string;
            /** @description What kind of write. */
            kind: string;
            /** @description How it stands. */
            state: string;
            /** @description What was to be written. */
            request: components["schemas"]["JsonElement"];
            answer: null | components["schemas"]["JsonElement"];
            /** @description Why it is not done, or differs; null otherwise. */
            problem: null | string;
            /**
             * Format: int32
             * @description How often it was attempted.
             */
            attempts: number;
            /**
             * Format: date-time
             * @description When it was intended.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it ended.
             */
            finished_at: null | string;
            /** @description Sage's id; null until then. */
            sage_id: null | string;
        };
        /** @description A run as lists show it. */
        RunResponse: {
            /** @description Its id. */
            id: string;
            /** @description The shop. */
            store_id: string;
            /** @description The shop's address. */
            store_name: string;
            /** @description What happened, such as `invoice.created`. */
            event: string;
            /** @description To what kind of thing. */
            entity_type: string;
            /**
             * Format: int64
             * @description The shop's own number of it.
             */
            entity_id: number;
            /** @description The number people know the document by; empty for customers and products. */
            number: string;
            /** @description Where it stands. */
            status: components["schemas"]["RunState"];
            /** @description What came of it. */
            sentence: string;
            /** @description What a bookkeeper does about it; empty when nothing is to be done. */
            next_step: string;
            /** @description The stable word of why it was left out. */
            skip_reason: null | string;
            /** @description The class of its failure. */
            failure_class: null | string;
            /** @description The stable word of what it failed of. */
            cause: null | string;
            /**
             * Format: int32
             * @description Attempts since it was last sent round.
             */
            attempts: number;
            /**
             * Format: date-time
             * @description When it is tried next.
             */
            next_attempt_at: null | string;
            /**
             * Format: date-time
             * @description When the shop queued the event.
             */
            occurred_at: string;
            /**
             * Format: date-time
             * @description When it was accepted.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it came to its end.
             */
            finished_at: null | string;
            /** @description Sage's id of the document. */
            outcome_id: null | string;
            /** @description What Sage calls it. */
            outcome_reference: null | string;
        };
        /**
         * @description Where a run stands.
         * @enum {unknown}
         */
        RunState: "queued" | "running" | "waiting" | "synced" | "skipped" | "failed";
        /** @description A page of the sync history. */
        RunsResponse: {
            /** @description The runs, newest first. */
            items: components["schemas"]["RunResponse"][];
            /** @description Ask with `after` set to it for the next page; null at the end. */
            next: null | string;
            /** @description What runs of the workspace have failed of, most frequent first. */
            causes: components["schemas"]["RunCauseResponse"][];
        };
        /** @description What was saved. */
        SavedAlertSettingsResponse: {
            /** @description The settings as they hold now. */
            settings: components["schemas"]["AlertSettingsResponse"];
            /** @description The secret that was made for a new webhook, shown this once; null when there was one already. */
            webhook_secret: null | string;
        };
        /** @description A contact that was made or changed. */
        SavedContactResponse: {
            /** @description The contact. */
            contact: components["schemas"]["ContactResponse"];
            /** @description What to look at, though it was done. */
            warnings: string[];
        };
        /** @description The business to choose. */
        SelectBusinessRequest: {
            /** @description Sage's id of the business. */
            business_id: string;
        };
        /** @description Who is signed in here, and what a start page needs to know. */
        SessionResponse: {
            /** @description True while the server has no account and the first person is awaited. */
            first_run: boolean;
            /** @description Whether the first person must show the setup code. */
            setup_code_required: boolean;
            person?: null | components["schemas"]["PersonResponse"];
            workspace?: null | components["schemas"]["WorkspaceResponse"];
            role?: null | components["schemas"]["Role"];
            /** @description All workspaces of the person. */
            workspaces?: components["schemas"]["WorkspaceResponse"][];
        };
        /** @description A value to set. */
        SettingRequest: {
            value: null | components["schemas"]["JsonElement"];
        };
        /** @description One setting. */
        SettingResponse: {
            scope: components["schemas"]["SettingScope"];
            key: string;
            value: components["schemas"]["JsonElement"];
        };
        /**
         * @description Where a setting belongs.
         * @enum {unknown}
         */
        SettingScope: "workspace" | "personal" | "automation" | "template" | "security";
        /** @description The settings of a scope. */
        SettingsResponse: {
            scope: components["schemas"]["SettingScope"];
            settings: Record<string, never>;
        };
        /** @description Something that settled a document, wholly or in part. */
        SettlementResponse: {
            /**
             * Format: date
             * @description The day; null when Sage gives none.
             */
            date: null | string;
            /**
             * Format: decimal
             * @description How much of the document it settles.
             */
            amount: string;
            /** @description Sage's id of the payment; null when documents were set against each other. */
            payment_id: null | string;
            /** @description The payment's reference; may be empty. */
            reference: string;
            /** @description The other documents it was set against; empty for a payment, or when Sage did not say. */
            documents: components["schemas"]["DocumentPartResponse"][];
        };
        SignInRequest: {
            email: string;
            password: string;
            /** @description The authenticator app's code, or a recovery code; only when asked for. */
            code?: null | string;
        };
        /** @description What came of signing in. */
        SignInResponse: {
            /** @description True when the cookie is set. */
            signed_in: boolean;
            /** @description True when the authenticator app's code has to be sent too. */
            code_required: boolean;
        };
        /** @description A line of a statement. */
        StatementEntryResponse: {
            /**
             * Format: date
             * @description The day.
             */
            date: string;
            /** @description What it is. */
            kind: components["schemas"]["AccountEntryKind"];
            /** @description Sage's id. */
            id: string;
            /** @description The number; empty for a payment. */
            name: string;
            /** @description The reference; may be empty. */
            reference: string;
            /**
             * Format: date
             * @description When an invoice is due; null for all else.
             */
            due_date: null | string;
            /**
             * Format: decimal
             * @description What the customer owes more by it; below nothing what he owes less.
             */
            amount: string;
            /**
             * Format: decimal
             * @description What the customer owes after it.
             */
            balance: string;
        };
        /** @description What a customer was invoiced and paid over a period, and owes after each. */
        StatementResponse: {
            /** @description The customer. */
            contact: components["schemas"]["ContactResponse"];
            /** @description The currency of all amounts, the customer's one. */
            currency: string;
            /**
             * Format: date
             * @description The first day.
             */
            from: string;
            /**
             * Format: date
             * @description The last day.
             */
            to: string;
            /**
             * Format: decimal
             * @description What the customer owed when the period began.
             */
            opening_balance: string;
            /**
             * Format: decimal
             * @description The invoices of the period.
             */
            invoiced_amount: string;
            /**
             * Format: decimal
             * @description The credit notes of the period.
             */
            credited_amount: string;
            /**
             * Format: decimal
             * @description The payments of the period, less what went back.
             */
            paid_amount: string;
            /**
             * Format: decimal
             * @description What the customer owes at its end.
             */
            closing_balance: string;
            /** @description The documents and payments, oldest first; drafts and void documents are not among them. */
            entries: components["schemas"]["StatementEntryResponse"][];
            /**
             * Format: date-time
             * @description Everything that changed in Sage before this moment is in it; null while the copies were never complete.
             */
            fresh_at: null | string;
        };
        /**
         * @description A first step of a workspace.
         * @enum {unknown}
         */
        StepKind: "connect_sage" | "choose_business" | "bring_documents";
        /** @description A first step, and whether it was taken. */
        StepResponse: {
            kind: components["schemas"]["StepKind"];
            done: boolean;
        };
        /** @description A way to be paid in the shop. */
        StorePaymentMethodResponse: {
            /** @description The word its documents carry. */
            code: string;
            /** @description What the shop's people call it; empty when they gave it no name. */
            label: string;
            /** @description Whether customers can choose it now. */
            active: boolean;
        };
        StorePaymentMethodsResponse: {
            payment_methods: components["schemas"]["StorePaymentMethodResponse"][];
        };
        /** @description A store's posting rules: the seven cards of its settings page. Every run keeps the version it was planned with. */
        StorePolicy: {
            /** @description What is posted at all, and from when. */
            sync?: components["schemas"]["SyncCard"];
            /** @description The accounts things go to. */
            mappings?: components["schemas"]["MappingsCard"];
            /** @description What becomes of money, by way of paying. */
            payments?: components["schemas"]["PaymentsCard"];
            /** @description Which of the business's rates a percentage means. */
            tax_rates?: components["schemas"]["TaxRatesCard"];
            /** @description Numbers, names, texts and remainders. */
            commercial?: components["schemas"]["CommercialCard"];
            /** @description Other currencies than the books'. */
            currency?: components["schemas"]["CurrencyCard"];
            /** @description One contact for many small buyers. */
            consolidation?: components["schemas"]["ConsolidationCard"];
        };
        /** @description A version of a shop's policy. */
        StorePolicyResponse: {
            /**
             * Format: int32
             * @description 1 for the first, one more for each change.
             */
            version: number;
            /**
             * Format: date-time
             * @description When it was stored.
             */
            saved_at: string;
            /** @description The id of the person or key; empty for Ledgerbridge itself. */
            saved_by: string;
            /** @description The seven cards. */
            policy: components["schemas"]["StorePolicy"];
        };
        /** @description A shop. */
        StoreResponse: {
            id: string;
            /** @description Its address. */
            base_url: string;
            status: components["schemas"]["StoreStatus"];
            /** @description What a person should know about it; empty when all is well. */
            remark: string;
            /** @description The connection its documents are posted through. */
            connection_id: string;
            /** @description Sage's id of the business they are posted into. */
            business_id: string;
            /** @description That business's name; empty when it is not known any more. */
            business_name: string;
            /** @description Whether the connection to Sage works. */
            connected: boolean;
            /**
             * Format: int32
             * @description The version of its policy.
             */
            policy_version: number;
            /**
             * Format: int32
             * @description How far the shop's clock is ahead of ours, in seconds, negative when it is behind; null while nobody knows.
             */
            clock_skew_seconds: null | number;
            /**
             * Format: date-time
             * @description When it last answered a ping.
             */
            answered_at: null | string;
            /** Format: date-time */
            paired_at: null | string;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: int32
             * @description Runs that are not at their end.
             */
            pending_count: number;
            /**
             * Format: int32
             * @description Runs that failed in the last 24 hours.
             */
            failed_lately: number;
            /**
             * Format: date-time
             * @description When a run last came to its end.
             */
            last_run_at: null | string;
        };
        /**
         * @description How a shop stands.
         * @enum {unknown}
         */
        StoreStatus: "pending" | "active" | "token_revoked" | "disconnected";
        StoresResponse: {
            stores: components["schemas"]["StoreResponse"][];
        };
        /** Format: binary */
        Stream: string;
        /** @description Documents and what they come to; credits count below zero. */
        SumsResponse: {
            /**
             * Format: int32
             * @description How many documents have something of it.
             */
            count: number;
            /**
             * Format: decimal
             * @description Value without VAT.
             */
            net: string;
            /**
             * Format: decimal
             * @description VAT.
             */
            vat: string;
            /**
             * Format: decimal
             * @description The two together.
             */
            gross: string;
        };
        /**
         * @description What decides between goods and services on a cross-border sale.
         * @enum {unknown}
         */
        SupplySource: "by_product" | "goods" | "services";
        SwitchWorkspaceRequest: {
            workspace_id: string;
        };
        /** @description Sync behaviour: what is posted at all, and from when. */
        SyncCard: {
            /** @description Invoices are posted. */
            invoices?: boolean;
            /** @description Payments are posted. */
            payments?: boolean;
            /** @description Credit memos are posted. */
            credit_memos?: boolean;
            /** @description Saved customers make or change contacts; without it contacts are made by their first document only. */
            customers?: boolean;
            /** @description Saved products make or change products and services. */
            products?: boolean;
            /** @description Products whose stock the shop counts become stock items, and their stock is brought into step. */
            stock?: boolean;
            /**
             * Format: date
             * @description Documents of earlier days are left out; null for no limit.
             */
            since?: null | string;
            /** @description The IANA time zone in which days are told, such as `Africa/Johannesburg`: the shop sends UTC and not its own. */
            time_zone?: string;
            /** @description Only these websites; empty for all. */
            websites?: number[];
            /** @description Only these store views; empty for all. */
            store_views?: number[];
            /** @description What happens to an invoice that is not paid yet. */
            unpaid_invoices?: components["schemas"]["UnpaidInvoices"];
        };
        /** @description One resource. */
        SyncResourceResponse: {
            resource: components["schemas"]["BooksResource"];
            state: components["schemas"]["SyncState"];
            /** @description True while everything is compared, not only what changed. */
            comparing?: boolean;
            /**
             * Format: date-time
             * @description When the pass under way began; null while none is.
             */
            began_at?: null | string;
            /**
             * Format: int32
             * @description How many entries it has read.
             */
            read?: null | number;
            /**
             * Format: int32
             * @description How many entries its present part has in all.
             */
            expected?: null | number;
            /**
             * Format: date-time
             * @description Everything that changed in Sage before this moment is in the copies; null until the first pass has ended.
             */
            fresh_at?: null | string;
            /** Format: date-time */
            finished_at?: null | string;
            /**
             * Format: int32
             * @description How many copies the last pass changed.
             */
            last_changed?: number;
            /**
             * Format: date-time
             * @description When everything was last compared.
             */
            compared_at?: null | string;
            /**
             * Format: int32
             * @description How many records lists show.
             */
            records?: number;
            /**
             * Format: int32
             * @description How many of the 50 listed records that cannot be read are of this resource.
             */
            unreadable?: number;
            /**
             * Format: date-time
             * @description When it is asked for again by itself; null when it never is.
             */
            next_at?: null | string;
            /** @description What went wrong last, in a sentence; null when nothing did. */
            problem?: null | string;
            drift?: null | components["schemas"]["DriftResponse"];
        };
        /**
         * @description How a resource stands.
         * @enum {unknown}
         */
        SyncState: "never" | "idle" | "waiting" | "running" | "failing";
        /** @description How the copies of the current business stand. */
        SyncStatusResponse: {
            /** @description The business. */
            business_id: string;
            /**
             * Format: int32
             * @description How often they are brought into step by themselves; 0 for never.
             */
            every_minutes: number;
            /** @description The most noteworthy of the resources' states. */
            state: components["schemas"]["SyncState"];
            /**
             * Format: date-time
             * @description The oldest of the resources' moments; null while one was never read to its end.
             */
            fresh_at: null | string;
            /** @description Each resource. */
            resources: components["schemas"]["SyncResourceResponse"][];
            /** @description Records that cannot be read, at most 50, the oldest first. */
            unreadable: components["schemas"]["UnreadableResponse"][];
        };
        /** @description What it was done to. */
        TargetResponse: {
            kind: string;
            id: string;
        };
        /** @description Something a valid tax invoice lacks. */
        TaxInvoiceGap: {
            /** @description The rule, such as `VAT Act s20(4)(c)`. */
            rule: string;
            /** @description What is missing and where to add it. */
            message: string;
        };
        /**
         * @description Which kind of document South African law asks for.
         * @enum {unknown}
         */
        TaxInvoiceKind: "full" | "abridged" | "not_needed" | "not_a_vendor" | "other_country";
        /** @description Whether it is a valid South African tax invoice. */
        TaxInvoiceResponse: {
            /** @description Which kind of document the law asks for. */
            kind: components["schemas"]["TaxInvoiceKind"];
            /** @description What the paper is called. */
            title: string;
            /** @description What is missing for it, each with its rule; empty when nothing is. */
            missing: components["schemas"]["TaxInvoiceGap"][];
        };
        /** @description A rate of tax to choose. */
        TaxRateResponse: {
            id: string;
            name: string;
            treatment: components["schemas"]["VatTreatment"];
            /** Format: decimal */
            percentage: string;
            treatment_certain: boolean;
        };
        /** @description Which of the business's rates a percentage means. */
        TaxRateRule: {
            /**
             * Format: decimal
             * @description The percentage the shop charges, above 0 and at most 100.
             */
            percentage?: string;
            /** @description Sage's id of the rate. */
            tax_rate_id?: string;
        };
        /** @description The tax-rate map. */
        TaxRatesCard: {
            /** @description The percentages somebody decided about; the business's own percentages are known without a row. */
            map?: components["schemas"]["TaxRateRule"][];
            /** @description Sage's id of the rate for goods and services sold at home without tax. */
            untaxed_tax_rate_id?: string;
            /** @description Sage's id of the rate for sales abroad without tax. */
            export_tax_rate_id?: string;
            /** @description Sage's id of the rate for what is no supply: rounding, deductions, adjustments. */
            no_tax_rate_id?: string;
            /** @description What decides between goods and services on a cross-border sale. */
            goods_or_services?: components["schemas"]["SupplySource"];
            /** @description What happens to a sale abroad on which the shop charged tax. */
            taxed_abroad?: components["schemas"]["TaxedAbroad"];
        };
        /**
         * @description What happens to a sale abroad on which the shop charged tax.
         * @enum {unknown}
         */
        TaxedAbroad: "post" | "fail";
        /** @description The key for the authenticator app, as text and as the address a QR code holds. */
        TwoFactorKeyResponse: {
            key: string;
            uri: string;
        };
        /** @description Why what was posted is taken back. */
        UndoRequest: {
            /** @description Sage shows it on the voided document. */
            reason: string;
        };
        /**
         * @description What happens to a part of the total that nothing in the document explains.
         * @enum {unknown}
         */
        UnexplainedPart: "fail" | "line";
        /**
         * @description What happens to an invoice that is not paid yet.
         * @enum {unknown}
         */
        UnpaidInvoices: "post" | "skip";
        /** @description A record that Sage shows in a form that cannot be read. */
        UnreadableResponse: {
            /** @description Of what. */
            resource: components["schemas"]["BooksResource"];
            /** @description Sage's id. */
            id: string;
            /** @description Its reference as last read; may be empty. */
            reference: string;
            /** @description Why it cannot be read. */
            problem: string;
            /**
             * Format: date-time
             * @description Since when.
             */
            since: string;
            /** @description True when an older copy of it is kept and shown. */
            has_copy: boolean;
        };
        /** @description The sums of the lines at one rate. */
        VatByRateResponse: {
            treatment: components["schemas"]["VatTreatment"];
            /** Format: decimal */
            percentage: string;
            /** Format: decimal */
            net_amount: string;
            /** Format: decimal */
            vat_amount: string;
            /** Format: decimal */
            gross_amount: string;
        };
        /**
         * @description What the law says about a supply. `0 %` is not one thing: the three treatments that charge nothing are reported
         *     in different places and may not be mixed up.
         * @enum {unknown}
         */
        VatTreatment: "standard" | "zero_rated" | "exempt" | "out_of_scope";
        /** @description Why an invoice is voided. */
        VoidRequest: {
            /** @description Sage shows it on the document. */
            reason: string;
        };
        /** @description A new secret. */
        WebhookSecretResponse: {
            /** @description The secret, shown this once. */
            webhook_secret: string;
            /**
             * Format: date-time
             * @description Until when the one before signs beside it.
             */
            previous_until: null | string;
        };
        /** @description The currency a website's base amounts are in. */
        WebsiteCurrency: {
            /**
             * Format: int32
             * @description The website.
             */
            website_id?: number;
            /** @description ISO 4217 code. */
            currency?: string;
        };
        WorkspaceResponse: {
            id: string;
            name: string;
            country: string;
            time_zone: string;
        };
        /** @description Whether the call changed anything. */
        ZaDefaultsResponse: {
            changed: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivenessResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivenessResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getDetailedHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    startOAuth: {
        parameters: {
            query?: {
                country?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    oauthCallback: {
        parameters: {
            query?: {
                state?: string;
                code?: string;
                error?: string;
                reason?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    firstRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirstRunRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    listCreditNotes: {
        parameters: {
            query?: {
                items_per_page?: string;
                /** @description Beginnings of words in number, reference or the customer's name. */
                search?: string;
                /** @description `draft`, `unpaid`, `part_paid`, `paid`, `void`, `open` or `overdue`. */
                status?: string;
                contact_id?: string;
                from_date?: string;
                to_date?: string;
                updated_since?: string;
                /** @description `newest`, `oldest`, `due`, `largest`, `customer` or `changed`. */
                sort?: string;
                /** @description The end of the page before. */
                after?: string;
                /** @description `true` asks Sage for what has changed first. */
                live?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNotesResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getCreditNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNoteDetailResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    listPayments: {
        parameters: {
            query?: {
                items_per_page?: string;
                /** @description Beginnings of words in the reference or the contact's name. */
                search?: string;
                /** @description `receipt` or `refund`. */
                direction?: string;
                contact_id?: string;
                from_date?: string;
                to_date?: string;
                /** @description `newest`, `oldest`, `largest`, `contact` or `changed`. */
                sort?: string;
                /** @description The end of the page before. */
                after?: string;
                /** @description `true` asks Sage for what has changed first. */
                live?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentsResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentDetailResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    exportInvoices: {
        parameters: {
            query?: {
                /** @description The page, from 1. `after` is as fast at any depth, and this is not. */
                page?: string;
                items_per_page?: string;
                /** @description Beginnings of words in number, reference or the customer's name. */
                search?: string;
                /** @description `draft`, `unpaid`, `part_paid`, `paid`, `void`, `open` or `overdue`. */
                status?: string;
                contact_id?: string;
                from_date?: string;
                to_date?: string;
                updated_since?: string;
                /** @description `newest`, `oldest`, `due`, `largest`, `customer` or `changed`. */
                sort?: string;
                /** @description The end of the page before. */
                after?: string;
                /** @description `true` asks Sage for what has changed first. */
                live?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": components["schemas"]["Stream"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    exportCreditNotes: {
        parameters: {
            query?: {
                items_per_page?: string;
                /** @description Beginnings of words in number, reference or the customer's name. */
                search?: string;
                /** @description `draft`, `unpaid`, `part_paid`, `paid`, `void`, `open` or `overdue`. */
                status?: string;
                contact_id?: string;
                from_date?: string;
                to_date?: string;
                updated_since?: string;
                /** @description `newest`, `oldest`, `due`, `largest`, `customer` or `changed`. */
                sort?: string;
                /** @description The end of the page before. */
                after?: string;
                /** @description `true` asks Sage for what has changed first. */
                live?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": components["schemas"]["Stream"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    exportPayments: {
        parameters: {
            query?: {
                items_per_page?: string;
                /** @description Beginnings of words in the reference or the contact's name. */
                search?: string;
                /** @description `receipt` or `refund`. */
                direction?: string;
                contact_id?: string;
                from_date?: string;
                to_date?: string;
                /** @description `newest`, `oldest`, `largest`, `contact` or `changed`. */
                sort?: string;
                /** @description The end of the page before. */
                after?: string;
                /** @description `true` asks Sage for what has changed first. */
                live?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": components["schemas"]["Stream"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    exportContacts: {
        parameters: {
            query?: {
                /** @description Beginnings of words in name, reference, e-mail or the person's name. */
                search?: string;
                /** @description `customer` or `supplier`. */
                kind?: string;
                /** @description `active`, or `inactive` for those that were put out of use. */
                status?: string;
                /** @description `name`, `balance` or `changed`. */
                sort?: string;
                /** @description How many, 1 to 200; 50 when left out. */
                limit?: string;
                /** @description How many to leave out at the beginning; `after` is faster. */
                skip?: string;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description `true` asks Sage for what has changed first. */
                live?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": components["schemas"]["Stream"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    dryRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DryRunRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    previewStorePolicy: {
        parameters: {
            query?: {
                /** @description How many runs, 1 to 200; 50 when left out. */
                limit?: string;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Only changes of this kind, such as `tax_rate`. */
                kind?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StorePolicy"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPreviewResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getCompleteness: {
        parameters: {
            query?: {
                /** @description The first day, such as `2026-11-01`; 29 days before the last one when left out. */
                from?: string;
                /** @description The last day; today where the shop is when left out. */
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletenessResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    exportCompleteness: {
        parameters: {
            query?: {
                /** @description The first day, such as `2026-11-01`; 29 days before the last one when left out. */
                from?: string;
                /** @description The last day; today where the shop is when left out. */
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": components["schemas"]["Stream"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    exportAuditLogs: {
        parameters: {
            query?: {
                /** @description How many entries, 1 to 500; 50 when left out. */
                limit?: string;
                /** @description The `next` of the page before. */
                before?: string;
                /** @description An action such as `invoice.preview`, or one of its words such as `preview`. */
                action?: string;
                /** @description `preview`, `confirmed`, `success` or `failure`. */
                status?: string;
                /** @description The id of a person or key. */
                actor?: string;
                /** @description From this moment or day on (UTC). */
                from?: string;
                /** @description Before this moment or day (UTC). */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": components["schemas"]["Stream"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    verifyAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerdictResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverviewResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    switchWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchWorkspaceRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenInvitationResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    acceptInvitationAsMe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    invitePerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewInvitationResponse"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewInvitationResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    withdrawInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    changeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    removePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeysResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKeyRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKeyResponse"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKeyResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DevicesResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    createWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWorkspaceRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceResponse"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    beginTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TwoFactorKeyResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    turnTwoFactorOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    turnTwoFactorOff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    listSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scope: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    setSetting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scope: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    initializeZaDefaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZaDefaultsResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    listConnections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionsResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    listRegions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionsResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    refreshConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    disconnect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisconnectedResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    listBusinesses: {
        parameters: {
            query?: {
                connection_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessesResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    selectBusiness: {
        parameters: {
            query?: {
                connection_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelectBusinessRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getReference: {
        parameters: {
            query?: {
                business?: string;
                connection_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    refreshReference: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    listInvoices: {
        parameters: {
            query?: {
                /** @description The page, from 1. `after` is as fast at any depth, and this is not. */
                page?: string;
                items_per_page?: string;
                /** @description Beginnings of words in number, reference or the customer's name. */
                search?: string;
                /** @description `draft`, `unpaid`, `part_paid`, `paid`, `void`, `open` or `overdue`. */
                status?: string;
                contact_id?: string;
                from_date?: string;
                to_date?: string;
                updated_since?: string;
                /** @description `newest`, `oldest`, `due`, `largest`, `customer` or `changed`. */
                sort?: string;
                /** @description The end of the page before. */
                after?: string;
                /** @description `true` asks Sage for what has changed first. */
                live?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicesResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    createInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateInvoiceRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceOutcomeResponse"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceOutcomeResponse"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceOutcomeResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    previewInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvoiceRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getPreviewOutcome: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceOutcomeResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceDetailResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getInvoicePdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": components["schemas"]["Stream"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    releaseInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceOutcomeResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    voidInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoidRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceOutcomeResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    listContacts: {
        parameters: {
            query?: {
                /** @description Beginnings of words in name, reference, e-mail or the person's name. */
                search?: string;
                /** @description `customer` or `supplier`. */
                kind?: string;
                /** @description `active`, or `inactive` for those that were put out of use. */
                status?: string;
                /** @description `name`, `balance` or `changed`. */
                sort?: string;
                /** @description How many, 1 to 200; 50 when left out. */
                limit?: string;
                /** @description How many to leave out at the beginning; `after` is faster. */
                skip?: string;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description `true` asks Sage for what has changed first. */
                live?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactsResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    createContact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedContactResponse"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedContactResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    updateContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedContactResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getStatement: {
        parameters: {
            query?: {
                /** @description The first day; three months before the last when left out. */
                from?: string;
                /** @description The last day; today when left out. */
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    exportStatement: {
        parameters: {
            query?: {
                /** @description The first day; three months before the last when left out. */
                from?: string;
                /** @description The last day; today when left out. */
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": components["schemas"]["Stream"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    setContactActive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactActiveRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedContactResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getContactParts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactPartsResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    addContactAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactAddressRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedContactResponse"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedContactResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    changeContactAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                address: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactAddressRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedContactResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    removeContactAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedContactResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    addContactPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactPersonRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedContactResponse"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedContactResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    changeContactPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactPersonRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedContactResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    removeContactPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedContactResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getSyncStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncStatusResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    startSync: {
        parameters: {
            query?: {
                full?: string;
            };
            header?: never;
            path: {
                resource: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncStatusResponse"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncStatusResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    listStores: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoresResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    connectStore: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectStoreRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getStore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    pairStore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PairStoreRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    pingStore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    disconnectStore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    listStorePaymentMethods: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorePaymentMethodsResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getStorePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorePolicyResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    setStorePolicy: {
        parameters: {
            query?: {
                expected_version?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StorePolicy"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorePolicyResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /** @description How many runs, 1 to 200; 50 when left out. */
                limit?: string;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description `queued`, `running`, `waiting`, `synced`, `skipped` or `failed`. */
                status?: string;
                /** @description The id of a shop. */
                store?: string;
                /** @description The stable word of a cause. */
                cause?: string;
                /** @description An event such as `invoice.created`. */
                event?: string;
                /** @description The beginning of a document's number, the shop's own number of it, or what it is called in Sage. */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunsResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDetailResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    retryRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    retryRuns: {
        parameters: {
            query?: {
                cause?: string;
                store?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetriedResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    undoRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    backfillRuns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BackfillRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackfillResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    listAlerts: {
        parameters: {
            query?: {
                /** @description How many alerts, 1 to 100; 20 when left out. */
                limit?: string;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertsResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getAlertSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertSettingsResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    setAlertSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertSettingsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedAlertSettingsResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    renewWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecretResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    testAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertTestRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertTestResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    listAuditLogs: {
        parameters: {
            query?: {
                /** @description How many entries, 1 to 500; 50 when left out. */
                limit?: string;
                /** @description The `next` of the page before. */
                before?: string;
                /** @description An action such as `invoice.preview`, or one of its words such as `preview`. */
                action?: string;
                /** @description `preview`, `confirmed`, `success` or `failure`. */
                status?: string;
                /** @description The id of a person or key. */
                actor?: string;
                /** @description From this moment or day on (UTC). */
                from?: string;
                /** @description Before this moment or day (UTC). */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLogsResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
    getAuditLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryResponse"];
                };
            };
            /** @description It was not done. The body says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @description The page of the docs that explains the kind. */
                        type: string;
                        /** @description The kind, in a few words. */
                        title: string;
                        /**
                         * Format: int32
                         * @description The HTTP status.
                         */
                        status: number;
                        /** @description What failed, what was kept, what to do. */
                        detail: string;
                        /** @description The kind as a word for programs. */
                        code: null | string;
                        /** @description What is wrong with which field. */
                        errors: null | {
                            [key: string]: string[];
                        };
                        /** @description What the server's log calls this request. */
                        trace_id: null | string;
                    };
                };
            };
        };
    };
}
