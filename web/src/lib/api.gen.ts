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
        /** The current business with its tax rates, accounts and other lists, and how old they are */
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
        /** Sales invoices of the current business, in Sage's own envelope */
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
        /** @description Something to choose. */
        ChoiceResponse: {
            id: string;
            name: string;
        };
        CodeRequest: {
            code: string;
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
        /**
         * @description Customer or supplier.
         * @enum {unknown}
         */
        ContactKind: "customer" | "supplier";
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
            balance: string;
            /** @description False once it was put out of use. */
            active: boolean;
            /**
             * Format: uri
             * @description Its page in Sage.
             */
            sage_url: null | string;
            /**
             * Format: date-time
             * @description When this copy was read from Sage.
             */
            read_at: string;
        };
        /** @description A page of contacts. */
        ContactsResponse: {
            /** @description The contacts, by name. */
            contacts: components["schemas"]["ContactResponse"][];
            /**
             * Format: int32
             * @description How many there are in all.
             */
            total: number;
            /**
             * Format: date-time
             * @description When the copies were last brought into step with Sage.
             */
            fresh_at: string;
        };
        /** @description Either the preview that is confirmed, or an invoice to make in one step. */
        CreateInvoiceRequest: {
            /** @description The preview to confirm; what it stored is posted, and every other field is ignored. */
            preview_id?: null | string;
            /** @description The customer, an id of the contacts list. */
            contact_id: string;
            /** @description The customer's reference, such as an order number. */
            reference: string;
            /**
             * Format: date
             * @description The day of the invoice; today in the workspace's time zone when left out.
             */
            date?: string;
            /**
             * Format: date
             * @description The day payment is due; by the customer's terms when left out.
             */
            due_date?: string;
            /** @description 1 to 100 lines. */
            line_items: components["schemas"]["InvoiceLineRequest"][];
            /** @description Text for the customer. */
            notes?: null | string;
        };
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
        /** @description What came of disconnecting. */
        DisconnectedResponse: {
            /** @description False when Sage did not confirm; the tokens are erased here in any case. */
            revoked_at_sage: boolean;
        };
        /** @description The answer of something that has nothing to say but that it is done. */
        DoneResponse: {
            /**
             * @description Always true.
             * @default true
             */
            done: boolean;
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
        };
        /** @description One line. */
        InvoiceLineRequest: {
            /** @description What is sold. */
            description: string;
            /**
             * Format: decimal
             * @description How many; more than 0.
             */
            quantity: string;
            /**
             * Format: decimal
             * @description The price of one without VAT.
             */
            unit_price: string;
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
            /** @description The customer's reference, such as an order number. */
            reference: string;
            /**
             * Format: date
             * @description The day of the invoice; today in the workspace's time zone when left out.
             */
            date?: string;
            /**
             * Format: date
             * @description The day payment is due; by the customer's terms when left out.
             */
            due_date?: string;
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
            due_date: string;
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
        /** @description One word about the whole. */
        LivenessResponse: {
            /** @description `ok` or `failing`. */
            status: string;
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
            books_start_on: string;
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
        /** @enum {unknown} */
        Role: "viewer" | "accountant" | "owner" | null;
        RoleRequest: {
            role: null | components["schemas"]["Role"];
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
        /** Format: binary */
        Stream: string;
        SwitchWorkspaceRequest: {
            workspace_id: string;
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
        /** @description The key for the authenticator app, as text and as the address a QR code holds. */
        TwoFactorKeyResponse: {
            key: string;
            uri: string;
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
                page?: string;
                items_per_page?: string;
                search?: string;
                status?: string;
                contact_id?: string;
                from_date?: string;
                to_date?: string;
                updated_since?: string;
                sort?: string;
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
                search?: string;
                kind?: string;
                limit?: string;
                skip?: string;
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
