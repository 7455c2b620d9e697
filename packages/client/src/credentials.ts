// Made from the OpenAPI document "cte-align credentials" by `npm run client`. Not to be edited.

export interface paths {
    "/health/live": {
        /** Does the process answer? */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            alive: true;
                        };
                    };
                };
            };
        };
    };
    "/health/ready": {
        /** May it be sent work? */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            ready: boolean;
                            checks: {
                                [key: string]: {
                                    ok: boolean;
                                    detail: string;
                                };
                            };
                            syncAlways: boolean | "unknown";
                        };
                    };
                };
            };
        };
    };
    "/imports": {
        /** Take a catalogue file in, whole or not at all; the same file again changes nothing */
        post: {
            parameters: {
                query?: {
                    /** @description Report what would happen; write nothing */
                    dryRun?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        format: "cte-align/credentials@1";
                        sources: {
                            [key: string]: string;
                        };
                        /** @default [] */
                        subjects?: {
                            code: string;
                            title: string;
                            earlierTitle?: string | null;
                            /** @description Every title it ever had, the present one included. Left out: what is known already stays */
                            titles?: {
                                title: string;
                                /**
                                 * @description First day on which it held
                                 * @default null
                                 */
                                from?: string | null;
                                /**
                                 * @description Last day on which it held
                                 * @default null
                                 */
                                to?: string | null;
                                source?: string;
                                verified?: boolean;
                                /** @default null */
                                note?: string | null;
                            }[];
                            spellings?: {
                                spelling: string;
                                seen: string | null;
                            }[];
                            /** @description Framework of the item that the subject stands for */
                            framework: string;
                            /** @description Its natural key there. Not the subject code, even where they are equal */
                            item: string;
                            source: string;
                            verified: boolean;
                            /** @default null */
                            note?: string | null;
                        }[];
                        /** @default [] */
                        documents?: {
                            code: string;
                            title: string;
                            /** @default null */
                            family?: string | null;
                            /**
                             * @description In the source's own words; what they mean is kept beside them
                             * @default null
                             */
                            status?: string | null;
                            /** @default null */
                            leaflet?: string | null;
                            /** @default null */
                            legalReference?: string | null;
                            /** @default null */
                            cteRelevance?: string | null;
                            source: string;
                            verified: boolean;
                            /** @default null */
                            note?: string | null;
                        }[];
                        /** @default [] */
                        authorizations?: {
                            documentCode: string;
                            authorizationCode: string | null;
                            subjectCode: string | null;
                            title: string;
                            /** @default null */
                            subjectTitle?: string | null;
                            /** @default null */
                            notes?: string | null;
                            cteRelation: components["schemas"]["CteRelation"];
                            status: "current" | "legacy" | "closed";
                            /**
                             * @description The authorization it is the examination twin of
                             * @default null
                             */
                            twinOf?: string | null;
                            source: string;
                            verified: boolean;
                            /** @default null */
                            note?: string | null;
                        }[];
                        /** @default [] */
                        assignmentRules?: {
                            courseCode: string;
                            authType: "Full" | "Limited";
                            documentCode: string;
                            authorizationCode: string;
                            subjectCode: string | "*";
                            kind: components["schemas"]["Kind"];
                            /** @default null */
                            condition?: string | null;
                            source: string;
                            verified: boolean;
                            /** @default null */
                            note?: string | null;
                        }[];
                        /** @default [] */
                        legalReferences?: {
                            citation: string;
                            /** @description What it is about, in our words */
                            subject: string;
                            /** @default [] */
                            dependsOn?: {
                                framework: string;
                                /** @description sector-count: it counts them; sector-titles: it names them as well */
                                list: components["schemas"]["List"];
                                /** @description What it says of the list, in words */
                                basis: string;
                                verified: boolean;
                            }[];
                            source: string;
                            verified: boolean;
                            /** @default null */
                            note?: string | null;
                        }[];
                        /** @default [] */
                        authorizationCodes?: {
                            code: string;
                            /** @default null */
                            statement?: string | null;
                            /**
                             * @description The source lost words at the ends of its lines
                             * @default false
                             */
                            truncated?: boolean;
                            /** @default null */
                            family?: string | null;
                            source: string;
                            verified: boolean;
                            /** @default null */
                            note?: string | null;
                        }[];
                        /** @default [] */
                        vocationalSubjects?: {
                            document: string;
                            code: string;
                            title: string;
                            /** @default null */
                            sectorSubject?: string | null;
                            source: string;
                            verified: boolean;
                            /** @default null */
                            note?: string | null;
                        }[];
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": {
                            dryRun: boolean;
                            sections: {
                                [key: string]: components["schemas"]["Section"];
                            };
                            gaps: {
                                code: string;
                                key: string;
                                message: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/rule-editions": {
        /** Editions of the course table: drafted, published and imported */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description kept: read from a file */
                    state?: "draft" | "publishing" | "published" | "withdrawn" | "kept";
                    origin?: "imported" | "published" | "drafted";
                    /** @description Drafts that answer this flag */
                    flag?: string;
                    /** @description Words in the title, in any case */
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: ({
                                id: string;
                                title: string;
                                description: string | null;
                                /** @description The decoder that it starts from: current, or edition:<id> of a kept one */
                                base: string;
                                /** @description Planned; null: unknown */
                                effective: string | null;
                                /** @description The first school year it is meant for; null: unknown */
                                firstSchoolYear: string | null;
                                /** @description Ids of the flags of this service that it answers */
                                flags: string[];
                                origin: "drafted";
                                state: components["schemas"]["State"];
                                /** @description Grows with every edit of what is drafted */
                                revision: number;
                                /** @description Grows with every write; the ETag */
                                version: number;
                                operationCount: number;
                                openedBy: components["schemas"]["Actor"];
                                openedAt: string;
                                editedBy: components["schemas"]["Actor"];
                                updatedAt: string;
                                published: {
                                    by: components["schemas"]["Actor"];
                                    reason: string;
                                    at: string;
                                    operations: {
                                        [key: string]: number;
                                    };
                                    rows: {
                                        rules: number;
                                        authorizations: number;
                                        subjects: number;
                                        grandfathering: number;
                                    };
                                    digest: string;
                                } | null;
                                withdrawn: {
                                    by: components["schemas"]["Actor"];
                                    reason: string;
                                    at: string;
                                } | null;
                            } | components["schemas"]["RuleEdition"])[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        /** Open a draft rule edition */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default null */
                        description?: string | null;
                        /**
                         * @description The decoder that it starts from: current, or edition:<id> of a kept one
                         * @default current
                         */
                        base?: string;
                        /**
                         * @description Planned; null: unknown
                         * @default null
                         */
                        effective?: string | null;
                        /**
                         * @description The first school year it is meant for; null: unknown
                         * @default null
                         */
                        firstSchoolYear?: string | null;
                        /**
                         * @description Ids of the flags of this service that it answers
                         * @default []
                         */
                        flags?: string[];
                        /** @default [] */
                        operations?: ({
                            op: "add-rule";
                            courseCode: string;
                            document: string;
                            authorization: string;
                            /** @description A subject code, or `*` for every subject of that document and authorization code */
                            subject: string | "*";
                            /**
                             * @default Full
                             */
                            authType?: "Full" | "Limited";
                            /** @default null */
                            condition?: string | null;
                            /** @default false */
                            verified?: boolean;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "drop-rule";
                            rule: string;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "recode-rule";
                            rule: string;
                            document?: string;
                            authorization?: string;
                            /** @description A subject code, or `*` for every subject of that document and authorization code */
                            subject?: string | "*";
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "recode-course-code";
                            courseCode: string;
                            /** @description Each of them takes all of its rules; the old code has none afterwards */
                            to: string[];
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "revise-rule";
                            rule: string;
                            authType?: "Full" | "Limited";
                            condition?: string | null;
                            verified?: boolean;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "add-authorization";
                            document: string;
                            authorization: string;
                            subject: string;
                            title: string;
                            /** @default null */
                            subjectTitle?: string | null;
                            /** @default null */
                            notes?: string | null;
                            cteRelation: components["schemas"]["CteRelation"];
                            /**
                             * @default current
                             */
                            status?: "current" | "legacy" | "closed";
                            /** @default null */
                            twinOf?: string | null;
                            /** @default false */
                            verified?: boolean;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "revise-authorization";
                            /** @description Document, authorization and subject code; one that the source does not give is `_` */
                            authorization: string;
                            title?: string;
                            subjectTitle?: string | null;
                            notes?: string | null;
                            status?: "current" | "legacy" | "closed";
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "recode-authorization";
                            /** @description Document, authorization and subject code; one that the source does not give is `_` */
                            authorization: string;
                            /** @description Printed on new documents. The old one stays, as legacy, with its rules */
                            subject: string;
                            /**
                             * @description Whether the course codes that admit the old one by a rule of its own admit the new one
                             * @default true
                             */
                            withRules?: boolean;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "drop-authorization";
                            /** @description Document, authorization and subject code; one that the source does not give is `_` */
                            authorization: string;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "add-subject";
                            subject: string;
                            title: string;
                            /** @description Framework of the item that the subject stands for */
                            framework: string;
                            /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                            item: string;
                            /** @default false */
                            verified?: boolean;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "retitle-subject";
                            subject: string;
                            title: string;
                            /**
                             * @description First day of the new title; null: unknown
                             * @default null
                             */
                            from?: string | null;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "end-subject";
                            subject: string;
                            /**
                             * @description Last day on which it is printed; null: unknown
                             * @default null
                             */
                            on?: string | null;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "add-grandfathering";
                            rule: components["schemas"]["Rule"];
                            /** @default false */
                            verified?: boolean;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "end-grandfathering";
                            rule: string;
                            /** @description The last day on which it holds */
                            through: string;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        })[];
                        /** @description Flags that it answers, and that suggest where to begin */
                        from?: {
                            /** @description Ids of the flags of this service that it answers */
                            flags: string[];
                        };
                        /** @default null */
                        reason?: string | null;
                    };
                };
            };
            responses: {
                201: {
                    content: {
                        "application/json": {
                            id: string;
                            title: string;
                            description: string | null;
                            /** @description The decoder that it starts from: current, or edition:<id> of a kept one */
                            base: string;
                            /** @description Planned; null: unknown */
                            effective: string | null;
                            /** @description The first school year it is meant for; null: unknown */
                            firstSchoolYear: string | null;
                            /** @description Ids of the flags of this service that it answers */
                            flags: string[];
                            origin: "drafted";
                            state: components["schemas"]["State"];
                            /** @description Grows with every edit of what is drafted */
                            revision: number;
                            /** @description Grows with every write; the ETag */
                            version: number;
                            operationCount: number;
                            openedBy: components["schemas"]["Actor"];
                            openedAt: string;
                            editedBy: components["schemas"]["Actor"];
                            updatedAt: string;
                            published: {
                                by: components["schemas"]["Actor"];
                                reason: string;
                                at: string;
                                operations: {
                                    [key: string]: number;
                                };
                                rows: {
                                    rules: number;
                                    authorizations: number;
                                    subjects: number;
                                    grandfathering: number;
                                };
                                digest: string;
                            } | null;
                            withdrawn: {
                                by: components["schemas"]["Actor"];
                                reason: string;
                                at: string;
                            } | null;
                            operations: components["schemas"]["Operation"][];
                            suggestions: components["schemas"]["Suggestion"];
                        };
                    };
                };
            };
        };
    };
    "/rule-editions/{id}": {
        /** One edition of the course table */
        get: {
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
                200: {
                    content: {
                        "application/json": {
                            id: string;
                            title: string;
                            description: string | null;
                            /** @description The decoder that it starts from: current, or edition:<id> of a kept one */
                            base: string;
                            /** @description Planned; null: unknown */
                            effective: string | null;
                            /** @description The first school year it is meant for; null: unknown */
                            firstSchoolYear: string | null;
                            /** @description Ids of the flags of this service that it answers */
                            flags: string[];
                            origin: "drafted";
                            state: components["schemas"]["State"];
                            /** @description Grows with every edit of what is drafted */
                            revision: number;
                            /** @description Grows with every write; the ETag */
                            version: number;
                            operationCount: number;
                            openedBy: components["schemas"]["Actor"];
                            openedAt: string;
                            editedBy: components["schemas"]["Actor"];
                            updatedAt: string;
                            published: {
                                by: components["schemas"]["Actor"];
                                reason: string;
                                at: string;
                                operations: {
                                    [key: string]: number;
                                };
                                rows: {
                                    rules: number;
                                    authorizations: number;
                                    subjects: number;
                                    grandfathering: number;
                                };
                                digest: string;
                            } | null;
                            withdrawn: {
                                by: components["schemas"]["Actor"];
                                reason: string;
                                at: string;
                            } | null;
                            operations: components["schemas"]["Operation"][];
                            /** @description The table that it left when published */
                            kept: {
                                id: string;
                                title: string;
                                /**
                                 * @description Read from a file, or published here
                                 */
                                origin: "imported" | "published";
                                publishedOn: string | null;
                                source: string;
                                /** @description Somebody has read it in the publisher’s own file */
                                verified: boolean;
                                layout: "codes" | "titles";
                                counts: components["schemas"]["Count"];
                                /** @description Of its rows, whatever their order and numbers */
                                digest: string;
                                importedAt: string;
                                importedBy: components["schemas"]["Actor"];
                                version: number;
                            } | null;
                        } | components["schemas"]["RuleEdition"];
                    };
                };
            };
        };
        /** Set what is said of a draft: title, base, dates, flags */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title?: string;
                        description?: string | null;
                        /** @description The decoder that it starts from: current, or edition:<id> of a kept one */
                        base?: string;
                        /** @description Planned; null: unknown */
                        effective?: string | null;
                        /** @description The first school year it is meant for; null: unknown */
                        firstSchoolYear?: string | null;
                        /** @description Ids of the flags of this service that it answers */
                        flags?: string[];
                        reason?: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["RuleEdition2"];
                    };
                };
            };
        };
    };
    "/rule-editions/{id}/operations": {
        /**
         * Set all operations of a draft; they fit its base, or none is taken
         * @description Remembers what stands of the rows that they touch. Publishing is refused where that has changed.
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        operations: ({
                            op: "add-rule";
                            courseCode: string;
                            document: string;
                            authorization: string;
                            /** @description A subject code, or `*` for every subject of that document and authorization code */
                            subject: string | "*";
                            /**
                             * @default Full
                             */
                            authType?: "Full" | "Limited";
                            /** @default null */
                            condition?: string | null;
                            /** @default false */
                            verified?: boolean;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "drop-rule";
                            rule: string;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "recode-rule";
                            rule: string;
                            document?: string;
                            authorization?: string;
                            /** @description A subject code, or `*` for every subject of that document and authorization code */
                            subject?: string | "*";
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "recode-course-code";
                            courseCode: string;
                            /** @description Each of them takes all of its rules; the old code has none afterwards */
                            to: string[];
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "revise-rule";
                            rule: string;
                            authType?: "Full" | "Limited";
                            condition?: string | null;
                            verified?: boolean;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "add-authorization";
                            document: string;
                            authorization: string;
                            subject: string;
                            title: string;
                            /** @default null */
                            subjectTitle?: string | null;
                            /** @default null */
                            notes?: string | null;
                            cteRelation: components["schemas"]["CteRelation"];
                            /**
                             * @default current
                             */
                            status?: "current" | "legacy" | "closed";
                            /** @default null */
                            twinOf?: string | null;
                            /** @default false */
                            verified?: boolean;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "revise-authorization";
                            /** @description Document, authorization and subject code; one that the source does not give is `_` */
                            authorization: string;
                            title?: string;
                            subjectTitle?: string | null;
                            notes?: string | null;
                            status?: "current" | "legacy" | "closed";
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "recode-authorization";
                            /** @description Document, authorization and subject code; one that the source does not give is `_` */
                            authorization: string;
                            /** @description Printed on new documents. The old one stays, as legacy, with its rules */
                            subject: string;
                            /**
                             * @description Whether the course codes that admit the old one by a rule of its own admit the new one
                             * @default true
                             */
                            withRules?: boolean;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "drop-authorization";
                            /** @description Document, authorization and subject code; one that the source does not give is `_` */
                            authorization: string;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "add-subject";
                            subject: string;
                            title: string;
                            /** @description Framework of the item that the subject stands for */
                            framework: string;
                            /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                            item: string;
                            /** @default false */
                            verified?: boolean;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "retitle-subject";
                            subject: string;
                            title: string;
                            /**
                             * @description First day of the new title; null: unknown
                             * @default null
                             */
                            from?: string | null;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "end-subject";
                            subject: string;
                            /**
                             * @description Last day on which it is printed; null: unknown
                             * @default null
                             */
                            on?: string | null;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "add-grandfathering";
                            rule: components["schemas"]["Rule"];
                            /** @default false */
                            verified?: boolean;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        } | {
                            op: "end-grandfathering";
                            rule: string;
                            /** @description The last day on which it holds */
                            through: string;
                            /** @default null */
                            reason?: string | null;
                            /**
                             * @description The disposition or precedent that it follows, in its published word
                             * @default null
                             */
                            follows?: string | null;
                        })[];
                        /** @default null */
                        reason?: string | null;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["RuleEdition2"];
                    };
                };
            };
        };
    };
    "/rule-editions/{id}/suggestions": {
        /** Operations that the flags of a draft suggest; none is applied by itself */
        get: {
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
                200: {
                    content: {
                        "application/json": components["schemas"]["Suggestion"];
                    };
                };
            };
        };
    };
    "/rule-editions/{id}/history": {
        /** Every step taken with a draft: who, when, why */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                number: number;
                                step: "opened" | "edited" | "described" | "publishing-begun" | "published" | "withdrawn";
                                from: components["schemas"]["State"] | null;
                                to: components["schemas"]["State"];
                                by: components["schemas"]["Actor"];
                                reason: string | null;
                                at: string;
                                revision: number;
                                details: {
                                    [key: string]: unknown;
                                } | null;
                                correlationId: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/rule-editions/{id}/preview": {
        /**
         * Which course codes would gain or lose whom, by course code
         * @description Writes nothing. Twins and wildcards count as in the decoder comparison, which is asked.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                courseCode: string;
                                sectors: components["schemas"]["Sector"][];
                                gained: {
                                    authorization: string;
                                    title: string | null;
                                    /** @description Of a printed document nothing changes: its holders keep it */
                                    status: string | null;
                                    /** @description Admitted only as an examination twin */
                                    inferred: boolean;
                                    verified: boolean;
                                    because: string;
                                }[];
                                lost: {
                                    authorization: string;
                                    title: string | null;
                                    /** @description Of a printed document nothing changes: its holders keep it */
                                    status: string | null;
                                    /** @description Admitted only as an examination twin */
                                    inferred: boolean;
                                    verified: boolean;
                                    because: string;
                                }[];
                                unknown: {
                                    authorization: string;
                                    title: string | null;
                                    /** @description Of a printed document nothing changes: its holders keep it */
                                    status: string | null;
                                    /** @description Admitted only as an examination twin */
                                    inferred: boolean;
                                    verified: boolean;
                                    because: string;
                                }[];
                                /** @description Rules that admit the same and say something else of it */
                                revised: string[];
                                /** @description Nobody is certain to be authorized any more */
                                leftWithout: boolean;
                            }[];
                            /** @description Of the whole, not of the page */
                            counts: {
                                courseCodes: number;
                                gained: number;
                                lost: number;
                                unknown: number;
                                revised: number;
                                leftWithout: string[];
                            };
                            findings: {
                                code: string;
                                key: string;
                                message: string;
                                operations: number[];
                            }[];
                            /** @description Whether it could be published as things stand */
                            publishing: {
                                possible: boolean;
                                /** @description Rows that others have changed since it was drafted */
                                conflicts: string[];
                                /** @description The operation that no longer fits the decoder in force */
                                refused: string | null;
                            };
                            flags: {
                                answers: {
                                    id: string;
                                    release: string;
                                    dependent: components["schemas"]["Dependent"];
                                    severity: string;
                                    state: string;
                                    disposition: string | null;
                                    classes: string[];
                                }[];
                                /** @description Others on what it touches that are not resolved */
                                open: {
                                    id: string;
                                    release: string;
                                    dependent: components["schemas"]["Dependent"];
                                    severity: string;
                                    state: string;
                                    disposition: string | null;
                                    classes: string[];
                                }[];
                            };
                            /** @description Whom no rule leads to: a person must look */
                            beside: {
                                legacy: components["schemas"]["Dependent"][];
                                manualReview: components["schemas"]["Dependent"][];
                            };
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/rule-editions/{id}/publish": {
        /**
         * Put a draft in force
         * @description Writes rules, authorizations, subjects and grandfathering rules with their events, and keeps the table as it stands then under the id of the edition. Refused where others have changed what the draft touches.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["RuleEdition2"];
                    };
                };
            };
        };
    };
    "/rule-editions/{id}/withdraw": {
        /** Give a draft up; it stays readable */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["RuleEdition2"];
                    };
                };
            };
        };
    };
    "/imports/course-table": {
        /**
         * Send an edition of CTC’s course table as published
         * @description Taken whole or refused whole. Rules in force are not changed, and nothing is ever removed.
         */
        post: {
            parameters: {
                query: {
                    /** @description What the edition is to be called: 2026-08 */
                    edition: string;
                    title: string;
                    /** @description The day CTC published it; left out where nobody knows */
                    publishedOn?: string;
                    /** @description Where the file comes from, in words */
                    source: string;
                    /** @description Somebody has read it in CTC’s own file */
                    verified?: "true" | "false";
                    /** @description Report what would happen; write nothing */
                    dryRun?: "true" | "false";
                    /** @description Default: the first that has the headings */
                    sheet?: string;
                    /** @description Compared with, for what is not listed any more. Default: the newest other edition, else current */
                    against?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description The file as published: xlsx, or CSV in UTF-8 */
            requestBody: {
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": {
                            dryRun: boolean;
                            edition: string;
                            layout: "codes" | "titles";
                            sheet: string | null;
                            /** @description Rows of the file below its headings */
                            rows: number;
                            /** @description Rules that they say; a row may say several */
                            rules: number;
                            courseCodes: number;
                            wildcards: string[];
                            /** @description Rules of this edition that are kept now */
                            added: number;
                            /** @description Rules that were kept before, from the same file */
                            unchanged: number;
                            /** @description Rules whose codes were found by titles alone: unverified */
                            joinedByTitle: number;
                            /** @description Course codes that the file holds as numbers */
                            storedAsNumbers: number;
                            /** @description Say what another row says: taken once */
                            duplicates: {
                                count: number;
                                /** @description The first 1000 */
                                items: {
                                    row: number;
                                    of: number;
                                }[];
                            };
                            /** @description Admit the same as another row, in other words or with another Auth Type: both are kept */
                            variants: {
                                count: number;
                                /** @description The first 1000 */
                                items: {
                                    row: number;
                                    of: number;
                                    rule: string;
                                }[];
                            };
                            gaps: {
                                count: number;
                                /** @description The first 1000 */
                                items: {
                                    /** @description Row as in the file (its first is 1) and column: /rows/12/Subject Code */
                                    at: string;
                                    gap: components["schemas"]["Gap"];
                                    courseCode: string;
                                }[];
                            };
                            tidied: {
                                count: number;
                                /** @description The first 1000 */
                                items: {
                                    /** @description Row as in the file (its first is 1) and column: /rows/12/Subject Code */
                                    at: string;
                                    from: string;
                                    to: string;
                                }[];
                            };
                            /** @description Not in the catalogue: reported, never refused */
                            unknown: {
                                documents: components["schemas"]["Document"];
                                authorizations: components["schemas"]["Document"];
                                subjects: components["schemas"]["Document"];
                            };
                            /** @description What the other lists and this file does not: nothing is removed anywhere */
                            notListed: {
                                against: string;
                                courseCodes: components["schemas"]["CourseCode"];
                                rules: components["schemas"]["CourseCode"];
                                /** @description Rules of which this file does not say whether they stand */
                                unknown: number;
                            };
                        };
                    };
                };
            };
        };
    };
    "/rule-editions/{id}/rules": {
        /** The rows of an edition, in the order of its file; of a draft, the table that it leads to */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    courseCode?: string;
                    document?: string;
                    /** @description A subject code, or * for the wildcard */
                    subject?: string;
                    gap?: components["schemas"]["Gap"];
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                row: number;
                                courseCode: string;
                                authType: ("Full" | "Limited") | null;
                                documentCode: string | null;
                                authorizationCode: string | null;
                                subjectCode: (string | "*") | null;
                                kind: components["schemas"]["Kind"];
                                /** @description As printed */
                                authorizationTitle: string | null;
                                /** @description As printed */
                                subjectTitle: string | null;
                                /** @description Notes or restrictions, as printed */
                                condition: string | null;
                                courseTitle: string | null;
                                broadSubject: string | null;
                                setting: string | null;
                                /** @description The codes were found by titles alone: unverified */
                                joinedByTitle: boolean;
                                gaps: components["schemas"]["Gap"][];
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/rule-editions/{id}/export": {
        /** An edition in CTC’s own layout; importing it again gives the same edition */
        get: {
            parameters: {
                query?: {
                    /** @description csv, or xlsx for a spreadsheet */
                    format?: "csv" | "xlsx";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One row for each rule */
                200: {
                    content: {
                        "text/csv": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
            };
        };
    };
    "/decoder/compare": {
        /** Course codes, rules and pairs in which two decoders differ; the summary counts all of them */
        get: {
            parameters: {
                query: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description The side that is compared with */
                    from?: string;
                    /** @description current, edition:<id>, proposal:<id> or release:<framework>@<number> */
                    to: string;
                    what?: "course-code" | "rule" | "pair";
                    outcome?: components["schemas"]["Outcome"];
                    /** @description Key of the sector: BUS. none: in no one sector */
                    sector?: string;
                    courseCode?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                what: "course-code" | "rule" | "pair";
                                outcome: components["schemas"]["Outcome"];
                                courseCode: string;
                                sectors: components["schemas"]["Sector"][];
                                authorization: string | null;
                                before: string | null;
                                after: string | null;
                                inferred: boolean;
                                verified: boolean;
                                /** @description In one sentence */
                                because: string;
                            }[];
                            next: string | null;
                            summary: {
                                from: components["schemas"]["From"];
                                to: components["schemas"]["From"];
                                /** @description By kind and outcome: `pair refused` */
                                counts: {
                                    [key: string]: number;
                                };
                                bySector: {
                                    sector: components["schemas"]["Sector"] | null;
                                    /** @description By kind and outcome: `pair refused` */
                                    counts: {
                                        [key: string]: number;
                                    };
                                }[];
                            };
                        };
                    };
                };
            };
        };
    };
    "/decoder/compare/export": {
        /** All that match, as CSV or xlsx */
        get: {
            parameters: {
                query: {
                    /** @description The side that is compared with */
                    from?: string;
                    /** @description current, edition:<id>, proposal:<id> or release:<framework>@<number> */
                    to: string;
                    what?: "course-code" | "rule" | "pair";
                    outcome?: components["schemas"]["Outcome"];
                    /** @description Key of the sector: BUS. none: in no one sector */
                    sector?: string;
                    courseCode?: string;
                    /** @description csv, or xlsx for a spreadsheet */
                    format?: "csv" | "xlsx";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One row for each difference */
                200: {
                    content: {
                        "text/csv": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
            };
        };
    };
    "/documents": {
        /** Types of document that CTC issues */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    q?: string;
                    status?: "current" | "closed" | "legacy" | "unknown";
                    /** @description designated_subjects */
                    family?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: components["schemas"]["Document2"][];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/documents/{code}": {
        /** One type of document */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Document2"];
                    };
                };
            };
        };
    };
    "/subjects": {
        /** Sectors as CTC codes them, their titles over time, and the items they stand for */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    q?: string;
                    /** @description Show the title on this day as well */
                    asOf?: string;
                    /** @description Ever called so: blanks, commas and case do not count, known spellings do */
                    printed?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                code: string;
                                title: string;
                                earlierTitles: string[];
                                /** @description Every title it ever had: what is printed on a document stays */
                                titles: components["schemas"]["Title"][];
                                /** @description Seen elsewhere, and no titles of their own */
                                spellings: {
                                    spelling: string;
                                    seen: string | null;
                                }[];
                                /** @description With asOf: the title on that day; null where it is unknown */
                                titleThen?: components["schemas"]["Title"] | null;
                                /** @description No longer printed on new documents; null: in use */
                                ended: {
                                    on: string | null;
                                } | null;
                                item: {
                                    framework: string;
                                    key: string;
                                };
                                provenance: components["schemas"]["Provenance"];
                                version: number;
                                updatedAt: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/authorization-codes": {
        /** Authorization codes, with their statements where they were imported */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    q?: string;
                    /** @description Whether its statement is carried here */
                    statement?: "true" | "false";
                    truncated?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                code: string;
                                /** @description Null: not carried here, to be imported */
                                statement: string | null;
                                /** @description The source lost words at the ends of its lines */
                                truncated: boolean;
                                family: string | null;
                                provenance: components["schemas"]["Provenance"];
                                version: number;
                                updatedAt: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/authorization-codes/{code}": {
        /**
         * One authorization code, with the documents that carry it
         * @description The same code stands on several documents: by itself it authorizes for nothing.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            code: string;
                            /** @description Null: not carried here, to be imported */
                            statement: string | null;
                            /** @description The source lost words at the ends of its lines */
                            truncated: boolean;
                            family: string | null;
                            provenance: components["schemas"]["Provenance"];
                            version: number;
                            updatedAt: string;
                            /** @description Types of document that carry it, as far as they are listed here */
                            documents: string[];
                            authorizations: number;
                        };
                    };
                };
            };
        };
    };
    "/vocational-subjects": {
        /** Occupations on vocational documents: no sectors, so a person must look */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    q?: string;
                    document?: string;
                    /** @description A subject code; unknown: not said */
                    sectorSubject?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                /** @description DOC/CODE */
                                key: string;
                                document: string;
                                code: string;
                                title: string;
                                /** @description Null: nobody has said which sector it belongs to */
                                sectorSubject: string | null;
                                provenance: components["schemas"]["Provenance"];
                                version: number;
                                updatedAt: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/manual-review": {
        /** What a person must look at whenever a sector is reached, and why */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                dependent: components["schemas"]["Dependent2"];
                                because: string;
                                /** @description What its document is known to name instead of a sector */
                                occupations: {
                                    code: string;
                                    title: string;
                                    /** @description Null: nobody has said which sector it belongs to */
                                    sectorSubject: string | null;
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/authorizations": {
        /** Authorizations, by document, authorization and subject code */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    document?: string;
                    authorization?: string;
                    subject?: string;
                    cteRelation?: components["schemas"]["CteRelation"];
                    status?: "current" | "legacy" | "closed";
                    /** @description Linked to this item: AGR */
                    item?: string;
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                /** @description DOC/AUTH/SUBJECT; a code the source does not give is `_` */
                                key: string;
                                documentCode: string;
                                authorizationCode: string | null;
                                subjectCode: string | null;
                                title: string;
                                subjectTitle: string | null;
                                notes: string | null;
                                cteRelation: components["schemas"]["CteRelation"];
                                status: "current" | "legacy" | "closed";
                                twinOf: string | null;
                                gaps: string[];
                                /** @description No subject leads to a sector: a person must look */
                                manualReview: boolean;
                                provenance: components["schemas"]["Provenance"];
                                version: number;
                                updatedAt: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/authorizations/export": {
        /** All that match, as CSV */
        get: {
            parameters: {
                query?: {
                    document?: string;
                    authorization?: string;
                    subject?: string;
                    cteRelation?: components["schemas"]["CteRelation"];
                    status?: "current" | "legacy" | "closed";
                    /** @description Linked to this item: AGR */
                    item?: string;
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file */
                200: {
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
    };
    "/authorizations/{document}/{authorization}/{subject}": {
        /** One authorization with its links, the rules that admit it and its open flags */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document: string;
                    authorization: string;
                    subject: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Authorization"];
                    };
                };
            };
        };
        /** Correct what it is called, its notes or its status */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    document: string;
                    authorization: string;
                    subject: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title?: string;
                        subjectTitle?: string | null;
                        notes?: string | null;
                        status?: "current" | "legacy" | "closed";
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Authorization"];
                    };
                };
            };
        };
    };
    "/authorizations/{document}/{authorization}/{subject}/links": {
        /** Link it to an item; what published releases do to it is flagged when the answer comes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document: string;
                    authorization: string;
                    subject: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        framework: string;
                        /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                        item: string;
                        /** @description Why the link exists, in words */
                        basis: string;
                        verified: boolean;
                    };
                };
            };
            responses: {
                201: {
                    content: {
                        "application/json": components["schemas"]["Link"];
                    };
                };
            };
        };
    };
    "/links/{id}": {
        /** Take a link of an authorization away */
        delete: {
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
                204: {
                    content?: never;
                };
            };
        };
    };
    "/legal-references": {
        /** Statutes and regulations, and the lists of sectors that they speak of */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description Only those that speak of this list: sector-count */
                    dependsOn?: components["schemas"]["List"];
                    /** @description Part of the citation or the subject */
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                citation: string;
                                /** @description In our words */
                                subject: string;
                                dependsOn: {
                                    framework: string;
                                    list: components["schemas"]["List"];
                                    verified: boolean;
                                    basis: string;
                                }[];
                                provenance: components["schemas"]["Provenance"];
                                version: number;
                                updatedAt: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/legal-references/{citation}": {
        /** One section of law with its links and its open flags */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    citation: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            citation: string;
                            /** @description In our words */
                            subject: string;
                            dependsOn: {
                                framework: string;
                                list: components["schemas"]["List"];
                                verified: boolean;
                                basis: string;
                            }[];
                            provenance: components["schemas"]["Provenance"];
                            version: number;
                            updatedAt: string;
                            links: components["schemas"]["Link"][];
                            openFlags: number;
                        };
                    };
                };
            };
        };
    };
    "/assignment-rules": {
        /** Which course code admits which authorization */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    courseCode?: string;
                    document?: string;
                    authorization?: string;
                    /** @description A subject code, or * for the wildcard */
                    subject?: string;
                    kind?: components["schemas"]["Kind"];
                    q?: string;
                    /** @description Default in-force. A rule that an edition has dropped stays readable, with its end */
                    standing?: "in-force" | "dropped" | "all";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                /** @description course code:document/authorization/subject */
                                id: string;
                                courseCode: string;
                                authType: "Full" | "Limited";
                                documentCode: string;
                                authorizationCode: string;
                                subjectCode: string;
                                kind: components["schemas"]["Kind"];
                                condition: string | null;
                                verified: boolean;
                                provenance: components["schemas"]["Provenance"];
                                version: number;
                                updatedAt: string;
                                /** @description By which published edition it is no longer in force; null: it is */
                                ended: {
                                    edition: string;
                                    on: string | null;
                                    at: string;
                                    reason: string;
                                } | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/assignment-rules/export": {
        /** All that match, as CSV */
        get: {
            parameters: {
                query?: {
                    courseCode?: string;
                    document?: string;
                    authorization?: string;
                    /** @description A subject code, or * for the wildcard */
                    subject?: string;
                    kind?: components["schemas"]["Kind"];
                    q?: string;
                    /** @description Default in-force. A rule that an edition has dropped stays readable, with its end */
                    standing?: "in-force" | "dropped" | "all";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file */
                200: {
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
    };
    "/gaps": {
        /** What the sources do not say */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                code: string;
                                key: string;
                                message: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/workflow-templates": {
        /** What checklists are made from */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: components["schemas"]["WorkflowTemplate"][];
                        };
                    };
                };
            };
        };
    };
    "/workflow-templates/{key}": {
        /** One template, with where each step was read */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["WorkflowTemplate"];
                    };
                };
            };
        };
    };
    "/imports/workflow-templates": {
        /**
         * Take a workflow template in, whole or not at all; the same file again changes nothing
         * @description Workflows that were begun by it stay as they are.
         */
        post: {
            parameters: {
                query?: {
                    /** @description Report what would happen; write nothing */
                    dryRun?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        format: "cte-align/workflow-template@1";
                        sources: {
                            [key: string]: string;
                        };
                        template: {
                            key: string;
                            title: string;
                            description: string;
                            usualDays: {
                                days: string[];
                                source: string;
                                verified: boolean;
                                /** @default null */
                                note?: string | null;
                            } | null;
                            precedent: {
                                title: string;
                                months: number;
                                source: string;
                                verified: boolean;
                                /** @default null */
                                note?: string | null;
                            } | null;
                        };
                        steps: {
                            key: string;
                            title: string;
                            action: string;
                            actors: ("CDE" | "CTC" | "Commission" | "public" | "OAL" | "CALPADS" | "LEA" | "MA")[];
                            /** @description The steps it waits for */
                            after: string[];
                            /** @description The day of the change that it hangs on */
                            anchor: {
                                date: "adoption" | "effective" | "census";
                                how: "on" | "by";
                            } | null;
                            /** @description Texts that it reissues */
                            texts: string[];
                            /** @description It reissues the leaflets of the documents that the change touches */
                            leaflets: boolean;
                            duration: {
                                days: number;
                                kind: "calendar" | "working";
                                source: string;
                                verified: boolean;
                                /** @default null */
                                note?: string | null;
                            } | null;
                            source: string;
                            verified: boolean;
                            /** @default null */
                            note?: string | null;
                        }[];
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Section"];
                    };
                };
            };
        };
    };
    "/workflows": {
        /** The checklists there are */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    release?: string;
                    proposal?: string;
                    template?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                template: string;
                                release: string | null;
                                /** @description Not checked here: CDE knows its proposals */
                                proposal: string | null;
                                attempt: number;
                                title: string;
                                milestones: components["schemas"]["Milestone2"];
                                outcome: components["schemas"]["Outcome2"] | null;
                                steps: {
                                    all: number;
                                    over: number;
                                };
                                /** @description Also the ETag */
                                version: number;
                                createdAt: string;
                                updatedAt: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        /**
         * Begin the checklist of a release or proposal
         * @description One at a time for each change: after a rulemaking that was withdrawn another may begin. Days that are not given come from the release; no date stands in for another.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description Exactly one of release and proposal */
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A release that has been heard of here */
                        release?: string;
                        /** @description A proposal: its id is not checked here, and its dates must be given */
                        proposal?: string;
                        /** @default ctc-sector-change */
                        template?: string;
                        title?: string;
                        milestones?: components["schemas"]["Milestone"];
                        /** @description Why; kept in the history */
                        reason: string;
                    };
                };
            };
            responses: {
                201: {
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
            };
        };
    };
    "/workflows/{id}": {
        /** One checklist: its steps with their states, days, owners and texts, and what blocks what */
        get: {
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
                200: {
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
            };
        };
        /** Change the title or the days of the change */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title?: string;
                        milestones?: components["schemas"]["Milestone"];
                        /** @description Why; kept in the history */
                        reason: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
            };
        };
    };
    "/workflows/{id}/steps/{key}": {
        /**
         * Plan a step, hand it to somebody, or say where it stands
         * @description Done needs what it waits for to be done or skipped, or an overrideReason. Leaving done takes its day away. A step that becomes done is told as an event.
         */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The day by which it is meant to be over */
                        planned?: string | null;
                        owner?: string | null;
                        notes?: string | null;
                        /** @description The steps it waits for */
                        after?: string[];
                        /** @description null: nobody knows */
                        duration?: {
                            days: number;
                            kind: "calendar" | "working";
                        } | null;
                        anchor?: {
                            date: "adoption" | "effective" | "census";
                            how: "on" | "by";
                        } | null;
                        /**
                         * @description open: waiting or ready, as the steps before it stand
                         */
                        state?: "open" | "in-progress" | "done" | "skipped" | "blocked";
                        /** @description The day on which it was done; with done alone, default today */
                        actual?: string;
                        /** @description The texts that will be reissued; null: go by the suggestions */
                        decidedTexts?: string[] | null;
                        /** @description Why it is done although a step that it waits for is not */
                        overrideReason?: string;
                        /** @description Why; kept in the history */
                        reason: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
            };
        };
    };
    "/workflows/{id}/steps": {
        /** Add a step, after those it waits for and before those that wait for it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The day by which it is meant to be over */
                        planned?: string | null;
                        owner?: string | null;
                        notes?: string | null;
                        /** @description The steps it waits for */
                        after?: string[];
                        /** @description null: nobody knows */
                        duration?: {
                            days: number;
                            kind: "calendar" | "working";
                        } | null;
                        anchor?: {
                            date: "adoption" | "effective" | "census";
                            how: "on" | "by";
                        } | null;
                        key: string;
                        title: string;
                        /** @default  */
                        action?: string;
                        actors: ("CDE" | "CTC" | "Commission" | "public" | "OAL" | "CALPADS" | "LEA" | "MA")[];
                        /**
                         * @description The steps that wait for it
                         * @default []
                         */
                        before?: string[];
                        /** @default [] */
                        texts?: string[];
                        /** @description Why; kept in the history */
                        reason: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
            };
        };
    };
    "/workflows/{id}/outcomes": {
        /** Record what the rulemaking came to; a later record corrects an earlier one */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        outcome: components["schemas"]["Outcome2"];
                        /** @description The day of the decision, not after today */
                        day: string;
                        /** @description Why; kept in the history */
                        reason: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
            };
        };
    };
    "/workflows/suggestions": {
        /**
         * Releases that add, end, rename or recode a sector and have no checklist yet
         * @description Newest first. Nothing is begun by itself: POST /workflows with the release begins it.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                release: string;
                                title: string;
                                dates: {
                                    adoption: string | null;
                                    /** @description The regulation date */
                                    effective: string | null;
                                };
                                template: string;
                                changes: {
                                    item: components["schemas"]["Item"];
                                    aspect: string;
                                    class: components["schemas"]["Class"];
                                    before: string | null;
                                    after: string | null;
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/workflows/{id}/dates": {
        /**
         * Its days as they stand, or as they would be by another effective date or census day
         * @description Days left out are those of the checklist. Nothing is written.
         */
        get: {
            parameters: {
                query?: {
                    adoption?: string;
                    effective?: string;
                    census?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            milestones: components["schemas"]["Milestone2"];
                            /** @description The day after which what comes next can no longer be in time */
                            latestStart: components["schemas"]["LatestStart"];
                            criticalPath: components["schemas"]["CriticalPath"];
                            warnings: {
                                code: string;
                                step: string | null;
                                message: string;
                            }[];
                            notes: string[];
                            steps: {
                                key: string;
                                state: components["schemas"]["State2"];
                                /** @description The steps that wait for it */
                                blocks: string[];
                                earliest: components["schemas"]["Earliest"];
                                latest: components["schemas"]["Earliest"];
                                /** @description null: done already, or nobody can say */
                                proposed: string | null;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/workflows/{id}/history": {
        /** Who did what, when and why, oldest first */
        get: {
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
                200: {
                    content: {
                        "application/json": {
                            items: {
                                number: number;
                                act: "begun" | "dated" | "step-changed" | "step-added" | "outcome-recorded";
                                step: string | null;
                                changes: {
                                    field: string;
                                    from: unknown;
                                    to: unknown;
                                }[];
                                reason: string;
                                by: components["schemas"]["Actor"];
                                at: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/workflows/{id}/calendar": {
        /** Its days in order: as JSON, for a calendar program (ics), or as a table */
        get: {
            parameters: {
                query?: {
                    format?: "json" | "ics" | "csv" | "xlsx";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done, planned, proposed and the days of the change itself */
                200: {
                    content: {
                        "application/json": {
                            items: {
                                day: string;
                                basis: "done" | "planned" | "proposed" | "milestone";
                                /** @description null: a day of the change itself */
                                step: string | null;
                                title: string;
                                state: string;
                                actors: string;
                                owner: string | null;
                                texts: string;
                            }[];
                            /** @description Steps of which nobody can say the day */
                            undated: string[];
                        };
                        "text/calendar": string;
                        "text/csv": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
            };
        };
    };
    "/holder-check": {
        /**
         * Whether documents authorize for a course code on a day, by which rule, with every step
         * @description Without persons: codes, printed titles and days. Nothing is kept.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default current */
                        side?: string;
                        documents: {
                            /** @description CRED-TITLE: CTE */
                            documentCode: string;
                            /**
                             * @description AUTH-CODES: R4T; null where it is not known
                             * @default null
                             */
                            authorizationCode?: string | null;
                            /**
                             * @description MAJ-CODE: ANR; null where the document names none
                             * @default null
                             */
                            subjectCode?: string | null;
                            /**
                             * @description MAJ-TITLE: the subject as printed. It never decides
                             * @default null
                             */
                            printedTitle?: string | null;
                            /**
                             * @description DATE-ORIG-ISSUE where the record has it, else DATE-OF-ISSUE
                             * @default null
                             */
                            issued?: string | null;
                            /**
                             * @description MAJ-ADD-DATE: the day the subject was added; null: there at first issue, or unknown
                             * @default null
                             */
                            added?: string | null;
                            /**
                             * @description DATE-EXPIRE, the last day; never for life; null: unknown
                             * @default null
                             */
                            expires?: (string | "never") | null;
                        }[];
                        courseCode: string;
                        /** @description The day that credentials are held against; it need not be a census day */
                        censusDate?: string;
                        /** @description Its census day, where censusDate is not given; default: the present school year */
                        schoolYear?: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": {
                            verdict: "authorized" | "not-authorized" | "review";
                            /** @description The assignment rule that decided */
                            rule: string | null;
                            /** @description The grandfathering rule that decided */
                            grandfathering: string | null;
                            /** @description The document that decided, counted from 1 */
                            document: number | null;
                            /** @description Null where no assignment rule decided */
                            authType: ("Full" | "Limited") | null;
                            /** @description What the deciding rule is bound to */
                            condition: string | null;
                            /** @description 5 CCR 80004(c): only where the employing agency says so */
                            employerDecides: boolean;
                            doubts: components["schemas"]["Doubt"][];
                            side: string;
                            /** @description The side in words */
                            decoder: string;
                            courseCode: string;
                            censusDate: string;
                            inWords: string;
                            steps: {
                                about: "course-code" | "document" | "printed-title" | "rule" | "grandfathering" | "standing" | "conclusion";
                                /** @description Which of the documents, counted from 1 */
                                document: number | null;
                                /** @description Assignment rule or grandfathering rule */
                                rule: string | null;
                                finding: "rules-found" | "no-rules" | "valid" | "validity-unknown" | "not-yet-issued" | "subject-added-later" | "expired" | "present-title" | "earlier-title" | "title-of-another" | "title-unknown" | "matches" | "matches-with-doubt" | "does-not-match" | "keeps" | "keeps-with-doubt" | "held-too-late" | "ended" | "for-manual-review" | "authorizes-otherwise" | "not-listed" | "employer-decides" | "no-local-option" | "concluded";
                                doubts: components["schemas"]["Doubt"][];
                                sentence: string;
                            }[];
                            references: {
                                reference: string;
                                says: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/holder-check/batch": {
        /**
         * A file of anonymous holders: counts by verdict, or one line for each
         * @description Columns: profile, document, authorization, subject, printed title, issued, added, expires, course code, count. Rows under one label that follow each other are one profile. A file that looks like persons is refused whole. With format=csv the answer comes while the file is sent: read it meanwhile.
         */
        post: {
            parameters: {
                query?: {
                    side?: string;
                    /** @description A second decoder: who would be judged otherwise */
                    compareWith?: string;
                    /** @description The day that credentials are held against; it need not be a census day */
                    censusDate?: string;
                    /** @description Its census day, where censusDate is not given; default: the present school year */
                    schoolYear?: string;
                    /** @description Counts, or one line for each profile as it comes */
                    format?: "json" | "csv";
                    /** @description Refuse the file whole where any row is in error; with format=json */
                    strict?: "true" | "false";
                    /** @description Look for errors only */
                    dryRun?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description CSV (UTF-8) of any length, or xlsx */
            requestBody: {
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            responses: {
                /** @description Counts, or one line for each profile */
                200: {
                    content: {
                        "application/json": {
                            side: string;
                            decoder: string;
                            compareWith: string | null;
                            otherDecoder: string | null;
                            censusDate: string;
                            dryRun: boolean;
                            rows: number;
                            /** @description Without those in error */
                            profiles: number;
                            holders: number;
                            verdicts: components["schemas"]["Verdict"];
                            profilesByVerdict: components["schemas"]["Verdict"];
                            /** @description Of those authorized: where the employing agency says so, 5 CCR 80004(c) */
                            employerDecides: number;
                            /** @description Holders by verdict, for each course code */
                            byCourseCode: {
                                key: string;
                                authorized: number;
                                "not-authorized": number;
                                review: number;
                            }[];
                            /** @description Holders by verdict, for each subject code of the sectors whose course code it is: FAB+MSS, * for any, _ for none */
                            bySector: {
                                key: string;
                                authorized: number;
                                "not-authorized": number;
                                review: number;
                            }[];
                            /** @description Holders by verdict, for each subject code on the documents; a holder of two counts in both */
                            bySubject: {
                                key: string;
                                authorized: number;
                                "not-authorized": number;
                                review: number;
                            }[];
                            /** @description Holders by verdict, for each rule that decided; _ for none */
                            byRule: {
                                key: string;
                                authorized: number;
                                "not-authorized": number;
                                review: number;
                            }[];
                            byDoubt: {
                                doubt: components["schemas"]["Doubt"];
                                holders: number;
                            }[];
                            /** @description Whose verdict is another under compareWith */
                            changes: {
                                courseCode: string;
                                from: "authorized" | "not-authorized" | "review";
                                to: "authorized" | "not-authorized" | "review";
                                holders: number;
                            }[];
                            errors: {
                                rows: number;
                                profiles: number;
                                count: number;
                                /** @description The first thousand, by row and column */
                                list: {
                                    path: string;
                                    message: string;
                                }[];
                            };
                        };
                        "text/csv": string;
                    };
                };
            };
        };
    };
    "/grandfathering-templates": {
        /** Patterns of change that have a precedent, and what a rule of each would look like */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                template: string;
                                /** @description The pattern, in the words of ctc_change_precedents.csv */
                                precedent: string;
                                happened: string;
                                /** @description What a grandfathering rule of this kind looks like; null: it needs none */
                                rule: string | null;
                                why: string;
                                /** @description POST /grandfathering-rules/from-template fills it */
                                fillable: boolean;
                                source: string;
                                verified: boolean;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/grandfathering-rules/from-template": {
        /** A draft rule by which holders keep what a decoder admits them to; nothing is written */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        template: "rename-in-place" | "grandfather-by-issue-date" | "discontinue-initial-issuance" | "closed-but-renewable" | "sunset-recommendation-date" | "bridge-authorization" | "document-code-replaced" | "course-code-added" | "course-code-dropped";
                        /** @default current */
                        side?: string;
                        authorization: string;
                        /**
                         * @default issued
                         */
                        date?: "issued" | "added";
                        before: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": {
                            rule: components["schemas"]["Rule2"];
                            notes: string[];
                        };
                    };
                };
            };
        };
    };
    "/grandfathering-rules/preview": {
        /** What a rule would do on a decoder: pairs gained, already admitted, lost, and conflicts; nothing is written */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default current */
                        side?: string;
                        rule: {
                            title: string;
                            precedent: string | null;
                            authorization: string;
                            courseCodes: string[];
                            date: "issued" | "added";
                            before: string;
                            through: string | null;
                            provenance: components["schemas"]["Provenance"];
                            id?: string;
                        };
                        /** @description The day that credentials are held against; it need not be a census day */
                        censusDate?: string;
                        /** @description Its census day, where censusDate is not given; default: the present school year */
                        schoolYear?: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": {
                            side: string;
                            decoder: string;
                            censusDate: string;
                            rule: string;
                            gained: components["schemas"]["Gained"];
                            /** @description Of those gained: authorized today, refused by the side */
                            goingOn: number;
                            /** @description Admitted all the same: the rule is without effect */
                            already: components["schemas"]["Gained"];
                            /** @description A rule of this id admits them now, and would no longer */
                            lost: components["schemas"]["Gained"];
                            conflicts: {
                                code: string;
                                subject: string;
                                message: string;
                            }[];
                            /** @description Open flags of the authorizations that it is about; those of course codes are kept by CALPADS */
                            openFlags: {
                                dependent: string;
                                count: number;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/grandfathering-rules": {
        /** Who keeps what by an early date */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    authorization?: string;
                    courseCode?: string;
                    precedent?: string;
                    /** @description Those that have not ended before this day */
                    on?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: components["schemas"]["GrandfatheringRule"][];
                            next: string | null;
                        };
                    };
                };
            };
        };
        /** Put a rule in force; the same again changes nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        precedent: string | null;
                        authorization: string;
                        courseCodes: string[];
                        date: "issued" | "added";
                        before: string;
                        through: string | null;
                        provenance: components["schemas"]["Provenance"];
                        /** @description Default: from authorization, date and day */
                        id?: string;
                        /** @description Why, for those who look at it later */
                        reason: string;
                    };
                };
            };
            responses: {
                201: {
                    content: {
                        "application/json": components["schemas"]["GrandfatheringRule"];
                    };
                };
            };
        };
    };
    "/grandfathering-rules/{id}": {
        /** One rule */
        get: {
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
                200: {
                    content: {
                        "application/json": components["schemas"]["GrandfatheringRule"];
                    };
                };
            };
        };
        /** Say otherwise what a rule says; what it said stays in its history */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        precedent: string | null;
                        authorization: string;
                        courseCodes: string[];
                        date: "issued" | "added";
                        before: string;
                        through: string | null;
                        provenance: components["schemas"]["Provenance"];
                        /** @description Why, for those who look at it later */
                        reason: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["GrandfatheringRule"];
                    };
                };
            };
        };
    };
    "/grandfathering-rules/{id}/history": {
        /** Who made, changed or ended a rule, when and why; it only grows */
        get: {
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
                200: {
                    content: {
                        "application/json": {
                            items: {
                                version: number;
                                act: "made" | "changed" | "ended";
                                actor: string;
                                reason: string;
                                at: string;
                                rule: components["schemas"]["Rule2"];
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/grandfathering-rules/{id}/end": {
        /** Say on which day a rule holds last; it is never removed */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        through: string;
                        /** @description Why, for those who look at it later */
                        reason: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["GrandfatheringRule"];
                    };
                };
            };
        };
    };
    "/flags": {
        /** List flags, gravest first or by what is due first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    release?: string;
                    framework?: string;
                    state?: components["schemas"]["State3"];
                    /** @description How it was resolved; superseded: by an erratum */
                    disposition?: components["schemas"]["Disposition"];
                    severity?: "notice" | "review" | "breaking";
                    class?: components["schemas"]["Class"];
                    /** @description Of the dependent; legal-reference: statutes and regulations */
                    kind?: "authorization" | "course-code" | "legal-reference";
                    /** @description CTE/R4T/ANR, EC 44260.9, or a course code */
                    dependent?: string;
                    /** @description Document code of an authorization: CTE; none: no authorization */
                    document?: string;
                    /** @description Subject code of an authorization: ANR; none: no authorization */
                    subject?: string;
                    /** @description A changed item: its id or natural key (ICT.B5.3) */
                    item?: string;
                    /** @description Top-level item on the way of any of its paths: ICT, or ca-mcs-2013:ICT */
                    sector?: string;
                    /** @description Among its gravest causes: class:item id, as groups by change are keyed */
                    change?: string;
                    /** @description A staff member or program, never a teacher or pupil. */
                    owner?: string;
                    /** @description Whether it is known when it is due */
                    due?: "dated" | "unknown" | "none";
                    /** @description Due on this day or later */
                    dueFrom?: string;
                    /** @description Due on this day or earlier */
                    dueTo?: string;
                    /** @description Part of a dependent, its title or an item key */
                    q?: string;
                    /** @description Every cause rests on a doubt */
                    unverified?: "true" | "false";
                    /** @description After a split nobody has said where the dependent goes */
                    undecided?: "true" | "false";
                    /** @description It says more than its severity: a sequence that breaks */
                    findings?: "true" | "false";
                    /** @description Nobody sees to it */
                    unowned?: "true" | "false";
                    /** @description Open, in review or returned: somebody must still deal with it */
                    unresolved?: "true" | "false";
                    /** @description Not resolved, and due before today in California */
                    overdue?: "true" | "false";
                    /** @description Left out: the view's, else gravest */
                    order?: "gravest" | "due";
                    /** @description A saved view; what is given beside it goes first */
                    view?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: components["schemas"]["Flag"][];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/flags/summary": {
        /** Count flags by severity, state and class */
        get: {
            parameters: {
                query?: {
                    release?: string;
                    framework?: string;
                    state?: components["schemas"]["State3"];
                    /** @description How it was resolved; superseded: by an erratum */
                    disposition?: components["schemas"]["Disposition"];
                    severity?: "notice" | "review" | "breaking";
                    class?: components["schemas"]["Class"];
                    /** @description Of the dependent; legal-reference: statutes and regulations */
                    kind?: "authorization" | "course-code" | "legal-reference";
                    /** @description CTE/R4T/ANR, EC 44260.9, or a course code */
                    dependent?: string;
                    /** @description Document code of an authorization: CTE; none: no authorization */
                    document?: string;
                    /** @description Subject code of an authorization: ANR; none: no authorization */
                    subject?: string;
                    /** @description A changed item: its id or natural key (ICT.B5.3) */
                    item?: string;
                    /** @description Top-level item on the way of any of its paths: ICT, or ca-mcs-2013:ICT */
                    sector?: string;
                    /** @description Among its gravest causes: class:item id, as groups by change are keyed */
                    change?: string;
                    /** @description A staff member or program, never a teacher or pupil. */
                    owner?: string;
                    /** @description Whether it is known when it is due */
                    due?: "dated" | "unknown" | "none";
                    /** @description Due on this day or later */
                    dueFrom?: string;
                    /** @description Due on this day or earlier */
                    dueTo?: string;
                    /** @description Part of a dependent, its title or an item key */
                    q?: string;
                    /** @description Every cause rests on a doubt */
                    unverified?: "true" | "false";
                    /** @description After a split nobody has said where the dependent goes */
                    undecided?: "true" | "false";
                    /** @description It says more than its severity: a sequence that breaks */
                    findings?: "true" | "false";
                    /** @description Nobody sees to it */
                    unowned?: "true" | "false";
                    /** @description Open, in review or returned: somebody must still deal with it */
                    unresolved?: "true" | "false";
                    /** @description Not resolved, and due before today in California */
                    overdue?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            flags: number;
                            standing: {
                                severity: "notice" | "review" | "breaking";
                                state: components["schemas"]["State3"];
                                flags: number;
                            }[];
                            classes: {
                                severity: "notice" | "review" | "breaking";
                                state: components["schemas"]["State3"];
                                class: components["schemas"]["Class"];
                                flags: number;
                            }[];
                            dispositions: {
                                disposition: components["schemas"]["Disposition"] | null;
                                flags: number;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/flags/{id}": {
        /** Read a flag with its first hundred causes */
        get: {
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
                200: {
                    content: {
                        "application/json": {
                            id: string;
                            release: components["schemas"]["Release"];
                            dates: components["schemas"]["Date"];
                            dependent: components["schemas"]["Dependent2"];
                            severity: "notice" | "review" | "breaking";
                            classes: components["schemas"]["Class"][];
                            causeCount: number;
                            findingCount: number;
                            unverified: boolean;
                            undecided: boolean;
                            state: components["schemas"]["State3"];
                            owner: string | null;
                            disposition: components["schemas"]["Disposition"] | null;
                            due: components["schemas"]["Due"];
                            /** @description Top-level items on the way of its paths, framework:code */
                            sectors: string[];
                            /** @description Of all that it says: what an attestation binds to */
                            textFingerprint: string;
                            coveredBy: string[];
                            /** @description For a flag of an erratum: the release that it corrects */
                            corrects: string | null;
                            /** @description The flag of the corrected release whose place this one takes */
                            supersedes: string | null;
                            /** @description The flag of an erratum that stands in the place of this one */
                            supersededBy: string | null;
                            version: number;
                            flaggedAt: string;
                            dependentFingerprint: string;
                            previous: string | null;
                            positions: {
                                [key: string]: number;
                            };
                            correction: {
                                release: string;
                                /** @description The dependent's flag of that release, open or not */
                                flag: string | null;
                                /** @description Changed items that are again as they were before that release */
                                takenBack: components["schemas"]["Item"][];
                                /** @description Changed items of that flag that the erratum leaves as they are */
                                untouched: components["schemas"]["Item"][];
                                note: string | null;
                            } | null;
                            findings: {
                                code: "CTE_SEQUENCE_BROKEN";
                                change: string;
                                pathway: components["schemas"]["Item"];
                                message: string;
                                parts: {
                                    successor: components["schemas"]["Item"];
                                    level: string;
                                    courseCodes: string[];
                                }[];
                            }[];
                            causes: {
                                /** @description fingerprint of change id, dependent and order */
                                id: string;
                                change: components["schemas"]["Change"];
                                order: 1 | 2;
                                severity: "notice" | "review" | "breaking";
                                doubts: ("unverified-relation" | "unverified-link" | "inferred-twin" | "unverified-rule")[];
                                paths: {
                                    steps: ({
                                        edge: "change";
                                        item: components["schemas"]["Item"];
                                    } | {
                                        edge: "up";
                                        item: components["schemas"]["Item"];
                                    } | {
                                        edge: "down";
                                        item: components["schemas"]["Item"];
                                    } | {
                                        edge: "across";
                                        item: components["schemas"]["Item"];
                                        crosswalk: string;
                                        relationId: string;
                                        relation: "equivalent" | "broader" | "narrower" | "related" | "none";
                                        state: "draft" | "reviewed" | "suspect" | "accepted" | "rejected";
                                    } | {
                                        edge: "link";
                                        link: string;
                                        dependent: components["schemas"]["Dependent3"];
                                        basis: string;
                                    } | {
                                        edge: "rule";
                                        rule: string;
                                        dependent: components["schemas"]["Dependent3"];
                                        basis: string;
                                    })[];
                                    severity: "notice" | "review" | "breaking";
                                    doubts: ("unverified-relation" | "unverified-link" | "inferred-twin" | "unverified-rule")[];
                                }[];
                                assignment: (components["schemas"]["Item"] | "undecided") | null;
                                fingerprint: string;
                                summary: string;
                            }[];
                            /** @description States that it can be moved to */
                            next: components["schemas"]["State3"][];
                        };
                    };
                };
            };
        };
    };
    "/flags/groups": {
        /**
         * Flags in groups, with counts and what is due first
         * @description By change, sector and class a flag may lie in several groups; `several` says so. Sectors are those that the links lead to.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    release?: string;
                    framework?: string;
                    state?: components["schemas"]["State3"];
                    /** @description How it was resolved; superseded: by an erratum */
                    disposition?: components["schemas"]["Disposition"];
                    severity?: "notice" | "review" | "breaking";
                    class?: components["schemas"]["Class"];
                    /** @description Of the dependent; legal-reference: statutes and regulations */
                    kind?: "authorization" | "course-code" | "legal-reference";
                    /** @description CTE/R4T/ANR, EC 44260.9, or a course code */
                    dependent?: string;
                    /** @description Document code of an authorization: CTE; none: no authorization */
                    document?: string;
                    /** @description Subject code of an authorization: ANR; none: no authorization */
                    subject?: string;
                    /** @description A changed item: its id or natural key (ICT.B5.3) */
                    item?: string;
                    /** @description Top-level item on the way of any of its paths: ICT, or ca-mcs-2013:ICT */
                    sector?: string;
                    /** @description Among its gravest causes: class:item id, as groups by change are keyed */
                    change?: string;
                    /** @description A staff member or program, never a teacher or pupil. */
                    owner?: string;
                    /** @description Whether it is known when it is due */
                    due?: "dated" | "unknown" | "none";
                    /** @description Due on this day or later */
                    dueFrom?: string;
                    /** @description Due on this day or earlier */
                    dueTo?: string;
                    /** @description Part of a dependent, its title or an item key */
                    q?: string;
                    /** @description Every cause rests on a doubt */
                    unverified?: "true" | "false";
                    /** @description After a split nobody has said where the dependent goes */
                    undecided?: "true" | "false";
                    /** @description It says more than its severity: a sequence that breaks */
                    findings?: "true" | "false";
                    /** @description Nobody sees to it */
                    unowned?: "true" | "false";
                    /** @description Open, in review or returned: somebody must still deal with it */
                    unresolved?: "true" | "false";
                    /** @description Not resolved, and due before today in California */
                    overdue?: "true" | "false";
                    /** @description Left out: the view's, else change */
                    by?: components["schemas"]["By"];
                    /** @description A saved view; what is given beside it goes first */
                    view?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            by: components["schemas"]["By"];
                            /** @description A flag may lie in several groups, so that their sum may be more */
                            several: boolean;
                            items: {
                                key: string;
                                words: string;
                                flags: number;
                                bySeverity: components["schemas"]["BySeverity"];
                                byState: {
                                    open: number;
                                    "in-review": number;
                                    returned: number;
                                    resolved: number;
                                };
                                /** @description Earliest of those that are not resolved */
                                due: components["schemas"]["Due2"];
                                /** @description The gravest few */
                                first: {
                                    id: string;
                                    dependent: components["schemas"]["Dependent2"];
                                    severity: "notice" | "review" | "breaking";
                                    state: components["schemas"]["State3"];
                                    due: components["schemas"]["Due2"];
                                }[];
                                /** @description Gives just the flags of this group, with the filters asked by */
                                filter: components["schemas"]["Filter"];
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/flags/export": {
        /** Flags as CSV or xlsx: a row for each cause, or for each decision to be made */
        get: {
            parameters: {
                query?: {
                    release?: string;
                    framework?: string;
                    state?: components["schemas"]["State3"];
                    /** @description How it was resolved; superseded: by an erratum */
                    disposition?: components["schemas"]["Disposition"];
                    severity?: "notice" | "review" | "breaking";
                    class?: components["schemas"]["Class"];
                    /** @description Of the dependent; legal-reference: statutes and regulations */
                    kind?: "authorization" | "course-code" | "legal-reference";
                    /** @description CTE/R4T/ANR, EC 44260.9, or a course code */
                    dependent?: string;
                    /** @description Document code of an authorization: CTE; none: no authorization */
                    document?: string;
                    /** @description Subject code of an authorization: ANR; none: no authorization */
                    subject?: string;
                    /** @description A changed item: its id or natural key (ICT.B5.3) */
                    item?: string;
                    /** @description Top-level item on the way of any of its paths: ICT, or ca-mcs-2013:ICT */
                    sector?: string;
                    /** @description Among its gravest causes: class:item id, as groups by change are keyed */
                    change?: string;
                    /** @description A staff member or program, never a teacher or pupil. */
                    owner?: string;
                    /** @description Whether it is known when it is due */
                    due?: "dated" | "unknown" | "none";
                    /** @description Due on this day or later */
                    dueFrom?: string;
                    /** @description Due on this day or earlier */
                    dueTo?: string;
                    /** @description Part of a dependent, its title or an item key */
                    q?: string;
                    /** @description Every cause rests on a doubt */
                    unverified?: "true" | "false";
                    /** @description After a split nobody has said where the dependent goes */
                    undecided?: "true" | "false";
                    /** @description It says more than its severity: a sequence that breaks */
                    findings?: "true" | "false";
                    /** @description Nobody sees to it */
                    unowned?: "true" | "false";
                    /** @description Open, in review or returned: somebody must still deal with it */
                    unresolved?: "true" | "false";
                    /** @description Not resolved, and due before today in California */
                    overdue?: "true" | "false";
                    /** @description csv, or xlsx for a spreadsheet */
                    format?: "csv" | "xlsx";
                    /** @description causes: a row for each cause. decisions: a row for each flag, to be filled in and sent back */
                    rows?: "causes" | "decisions";
                    /** @description A saved view; what is given beside it goes first */
                    view?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One row for each cause, or for each flag */
                200: {
                    content: {
                        "text/csv": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
            };
        };
    };
    "/flags/causes": {
        /**
         * List flags with their causes and paths, gravest first
         * @description The flags of /flags, each as whole as /flags/{id} shows it. A page may have fewer than was asked for.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    release?: string;
                    framework?: string;
                    state?: components["schemas"]["State3"];
                    /** @description How it was resolved; superseded: by an erratum */
                    disposition?: components["schemas"]["Disposition"];
                    severity?: "notice" | "review" | "breaking";
                    class?: components["schemas"]["Class"];
                    /** @description Of the dependent; legal-reference: statutes and regulations */
                    kind?: "authorization" | "course-code" | "legal-reference";
                    /** @description CTE/R4T/ANR, EC 44260.9, or a course code */
                    dependent?: string;
                    /** @description Document code of an authorization: CTE; none: no authorization */
                    document?: string;
                    /** @description Subject code of an authorization: ANR; none: no authorization */
                    subject?: string;
                    /** @description A changed item: its id or natural key (ICT.B5.3) */
                    item?: string;
                    /** @description Top-level item on the way of any of its paths: ICT, or ca-mcs-2013:ICT */
                    sector?: string;
                    /** @description Among its gravest causes: class:item id, as groups by change are keyed */
                    change?: string;
                    /** @description A staff member or program, never a teacher or pupil. */
                    owner?: string;
                    /** @description Whether it is known when it is due */
                    due?: "dated" | "unknown" | "none";
                    /** @description Due on this day or later */
                    dueFrom?: string;
                    /** @description Due on this day or earlier */
                    dueTo?: string;
                    /** @description Part of a dependent, its title or an item key */
                    q?: string;
                    /** @description Every cause rests on a doubt */
                    unverified?: "true" | "false";
                    /** @description After a split nobody has said where the dependent goes */
                    undecided?: "true" | "false";
                    /** @description It says more than its severity: a sequence that breaks */
                    findings?: "true" | "false";
                    /** @description Nobody sees to it */
                    unowned?: "true" | "false";
                    /** @description Open, in review or returned: somebody must still deal with it */
                    unresolved?: "true" | "false";
                    /** @description Not resolved, and due before today in California */
                    overdue?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                release: components["schemas"]["Release"];
                                dates: components["schemas"]["Date"];
                                dependent: components["schemas"]["Dependent2"];
                                severity: "notice" | "review" | "breaking";
                                classes: components["schemas"]["Class"][];
                                causeCount: number;
                                findingCount: number;
                                unverified: boolean;
                                undecided: boolean;
                                state: components["schemas"]["State3"];
                                owner: string | null;
                                disposition: components["schemas"]["Disposition"] | null;
                                due: components["schemas"]["Due"];
                                /** @description Top-level items on the way of its paths, framework:code */
                                sectors: string[];
                                /** @description Of all that it says: what an attestation binds to */
                                textFingerprint: string;
                                coveredBy: string[];
                                /** @description For a flag of an erratum: the release that it corrects */
                                corrects: string | null;
                                /** @description The flag of the corrected release whose place this one takes */
                                supersedes: string | null;
                                /** @description The flag of an erratum that stands in the place of this one */
                                supersededBy: string | null;
                                version: number;
                                flaggedAt: string;
                                findings: {
                                    code: "CTE_SEQUENCE_BROKEN";
                                    change: string;
                                    pathway: components["schemas"]["Item"];
                                    message: string;
                                    parts: {
                                        successor: components["schemas"]["Item"];
                                        level: string;
                                        courseCodes: string[];
                                    }[];
                                }[];
                                /** @description The first hundred; /flags/{id}/causes has all */
                                causes: {
                                    /** @description fingerprint of change id, dependent and order */
                                    id: string;
                                    change: components["schemas"]["Change"];
                                    order: 1 | 2;
                                    severity: "notice" | "review" | "breaking";
                                    doubts: ("unverified-relation" | "unverified-link" | "inferred-twin" | "unverified-rule")[];
                                    paths: {
                                        steps: ({
                                            edge: "change";
                                            item: components["schemas"]["Item"];
                                        } | {
                                            edge: "up";
                                            item: components["schemas"]["Item"];
                                        } | {
                                            edge: "down";
                                            item: components["schemas"]["Item"];
                                        } | {
                                            edge: "across";
                                            item: components["schemas"]["Item"];
                                            crosswalk: string;
                                            relationId: string;
                                            relation: "equivalent" | "broader" | "narrower" | "related" | "none";
                                            state: "draft" | "reviewed" | "suspect" | "accepted" | "rejected";
                                        } | {
                                            edge: "link";
                                            link: string;
                                            dependent: components["schemas"]["Dependent3"];
                                            basis: string;
                                        } | {
                                            edge: "rule";
                                            rule: string;
                                            dependent: components["schemas"]["Dependent3"];
                                            basis: string;
                                        })[];
                                        severity: "notice" | "review" | "breaking";
                                        doubts: ("unverified-relation" | "unverified-link" | "inferred-twin" | "unverified-rule")[];
                                    }[];
                                    assignment: (components["schemas"]["Item"] | "undecided") | null;
                                    fingerprint: string;
                                    summary: string;
                                }[];
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/flags/{id}/causes": {
        /** List all causes of a flag */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                /** @description fingerprint of change id, dependent and order */
                                id: string;
                                change: components["schemas"]["Change"];
                                order: 1 | 2;
                                severity: "notice" | "review" | "breaking";
                                doubts: ("unverified-relation" | "unverified-link" | "inferred-twin" | "unverified-rule")[];
                                paths: {
                                    steps: ({
                                        edge: "change";
                                        item: components["schemas"]["Item"];
                                    } | {
                                        edge: "up";
                                        item: components["schemas"]["Item"];
                                    } | {
                                        edge: "down";
                                        item: components["schemas"]["Item"];
                                    } | {
                                        edge: "across";
                                        item: components["schemas"]["Item"];
                                        crosswalk: string;
                                        relationId: string;
                                        relation: "equivalent" | "broader" | "narrower" | "related" | "none";
                                        state: "draft" | "reviewed" | "suspect" | "accepted" | "rejected";
                                    } | {
                                        edge: "link";
                                        link: string;
                                        dependent: components["schemas"]["Dependent3"];
                                        basis: string;
                                    } | {
                                        edge: "rule";
                                        rule: string;
                                        dependent: components["schemas"]["Dependent3"];
                                        basis: string;
                                    })[];
                                    severity: "notice" | "review" | "breaking";
                                    doubts: ("unverified-relation" | "unverified-link" | "inferred-twin" | "unverified-rule")[];
                                }[];
                                assignment: (components["schemas"]["Item"] | "undecided") | null;
                                fingerprint: string;
                                summary: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/flags/{id}/transitions": {
        /** Who did what with a flag, when and why */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                number: number;
                                from: components["schemas"]["State3"];
                                to: components["schemas"]["State3"];
                                actor: components["schemas"]["Actor"] | "system";
                                reason: string;
                                disposition: components["schemas"]["Disposition"] | null;
                                owner: string | null;
                                coveredBy: string[];
                                supersededBy: string | null;
                                /** @description How many texts were attested */
                                attested: number;
                                /** @description Set by hand; null: taken back; left out: not spoken of */
                                due?: string | null;
                                /** @description The bulk action that it was a part of */
                                bulk: string | null;
                                /** @description Number of the step that it takes back */
                                undoes: number | null;
                                at: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        /** Take a flag a step further */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Left out: it stays what it is, and owner or due change */
                        to?: components["schemas"]["State3"];
                        reason: string;
                        /** @description What was decided; on resolving, and only then. Not superseded: errata set that */
                        disposition?: components["schemas"]["Disposition"];
                        /** @description Who sees to it; left out, it stays as it is. To hand over what is in review: in-review again, with another owner */
                        owner?: string | null;
                        /** @description Another day than the reckoned one; null: the reckoned one holds again. Not on resolving */
                        due?: string | null;
                        /** @description textFingerprint that was read: a text that has moved since is refused by name. If-Match binds it too */
                        seen?: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Flag"];
                    };
                };
            };
        };
    };
    "/flags/{id}/undo": {
        /** Take back your own last step, by a new one in the log */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Flag"];
                    };
                };
            };
        };
    };
    "/flags/{id}/attestations": {
        /** Who attested what in a flag, word for word, and whether it still stands */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                /** @description Of the step in /flags/{id}/transitions */
                                number: number;
                                actor: components["schemas"]["Actor"] | "system";
                                at: string;
                                reason: string;
                                disposition: components["schemas"]["Disposition"] | null;
                                /** @description By the system: the earlier flags in which people attested all */
                                coveredBy: string[];
                                /** @description Of all that the flag said; null in old steps */
                                textFingerprint: string | null;
                                undone: boolean;
                                /** @description The flag is resolved by this step, and says what it said then */
                                stands: boolean;
                                texts: {
                                    /** @description Fingerprint of item, its text after the change, and class */
                                    attests: string;
                                    /** @description What was read, before and after; null: attested before texts were kept, and gone */
                                    change: components["schemas"]["Change"] | null;
                                    /** @description Kept word for word when it was attested; else found again by its fingerprint */
                                    kept: boolean;
                                    /** @description The flag says just this now */
                                    stands: boolean;
                                }[];
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/flags/bulk": {
        /**
         * Take many flags a step further: a dry run first, then with its digest
         * @description A dry run (200) says what each flag would become, and which cannot and why. Applying (201) needs its digest: what has moved since is named, and nothing is changed. The same again answers with the same action.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description As of GET /flags; {} is every flag */
                        filter?: components["schemas"]["Filter"];
                        /** @description These, in place of a filter */
                        ids?: string[];
                        step: {
                            /** @description Left out: it stays what it is, and owner or due change */
                            to?: components["schemas"]["State3"];
                            reason: string;
                            /** @description What was decided; on resolving, and only then. Not superseded: errata set that */
                            disposition?: components["schemas"]["Disposition"];
                            /** @description Who sees to it; left out, it stays as it is. To hand over what is in review: in-review again, with another owner */
                            owner?: string | null;
                            /** @description Another day than the reckoned one; null: the reckoned one holds again. Not on resolving */
                            due?: string | null;
                        };
                        /** @default true */
                        dryRun?: boolean;
                        /** @description What the dry run gave; needed to apply */
                        digest?: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": {
                            dryRun: true;
                            digest: string;
                            /** @description In the set */
                            flags: number;
                            changes: number;
                            unchanged: number;
                            refused: number;
                            /** @description The first thousand that would change; the digest is of all */
                            rows: {
                                id: string;
                                version: number;
                                /** @description textFingerprint: what resolving attests */
                                seen: string;
                                dependent: components["schemas"]["Dependent2"];
                                severity: "notice" | "review" | "breaking";
                                before: components["schemas"]["Flag2"];
                                after: components["schemas"]["Flag2"];
                            }[];
                            /** @description The first thousand */
                            refusals: {
                                flag: string;
                                code: string;
                                reason: string;
                                dependent: components["schemas"]["Dependent2"] | null;
                            }[];
                        };
                    };
                };
                201: {
                    content: {
                        "application/json": components["schemas"]["BulkAction"];
                    };
                };
            };
        };
    };
    "/bulk-actions": {
        /** Bulk actions, the last first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                kind: "bulk" | "decisions" | "undo";
                                actor: components["schemas"]["Actor"];
                                step: {
                                    /** @description Left out: it stays what it is, and owner or due change */
                                    to?: components["schemas"]["State3"];
                                    /** @description What was decided; on resolving, and only then. Not superseded: errata set that */
                                    disposition?: components["schemas"]["Disposition"];
                                    /** @description Who sees to it; left out, it stays as it is. To hand over what is in review: in-review again, with another owner */
                                    owner?: string | null;
                                    /** @description Another day than the reckoned one; null: the reckoned one holds again. Not on resolving */
                                    due?: string | null;
                                } | null;
                                reason: string;
                                of: string;
                                undoes: string | null;
                                state: "applying" | "done";
                                flags: number;
                                moved: number;
                                /** @description Moved by others meanwhile, or no longer possible */
                                skipped: number;
                                begunAt: string;
                                endedAt: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/bulk-actions/{id}": {
        /** What became of a bulk action */
        get: {
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
                200: {
                    content: {
                        "application/json": components["schemas"]["BulkAction"];
                    };
                };
            };
        };
    };
    "/bulk-actions/{id}/undo": {
        /**
         * Put back what a bulk action moved and nobody has moved since
         * @description By new steps in the logs; those that were moved since stay, and are named. Once: asked again, it is the same undo.
         */
        post: {
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
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                201: {
                    content: {
                        "application/json": components["schemas"]["BulkAction"];
                    };
                };
            };
        };
    };
    "/views": {
        /** Saved views: those that are shared, and with X-CTE-Actor your own */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: components["schemas"]["View"][];
                            next: string | null;
                        };
                    };
                };
            };
        };
        /** Save a view */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ViewBody"];
                };
            };
            responses: {
                201: {
                    content: {
                        "application/json": components["schemas"]["View"];
                    };
                };
            };
        };
    };
    "/views/{id}": {
        /** Read a saved view */
        get: {
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
                200: {
                    content: {
                        "application/json": components["schemas"]["View"];
                    };
                };
            };
        };
        /** Say a view anew */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ViewBody"];
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["View"];
                    };
                };
            };
        };
        /** Delete a view */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    content?: never;
                };
            };
        };
    };
    "/flag-states": {
        /** States of a flag, with the statuses of CalSAAS beside them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                state: components["schemas"]["State3"];
                                meaning: string;
                                /** @description Our arrows; those of CalSAAS are not published */
                                next: components["schemas"]["State3"][];
                                calsaas: {
                                    term: string;
                                    /**
                                     * @description Whether its meaning is published
                                     */
                                    meaning: "stated" | "inferred" | "none";
                                    source: string;
                                    verified: boolean;
                                    /**
                                     * @description Nobody publishes a correspondence: this one is inferred by us
                                     */
                                    mapping: "ours";
                                    note: string;
                                } | null;
                            }[];
                            /** @description Words of CalSAAS to which nothing of ours corresponds */
                            others: {
                                term: string;
                                /**
                                 * @description Whether its meaning is published
                                 */
                                meaning: "stated" | "inferred" | "none";
                                source: string;
                                verified: boolean;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/dispositions": {
        /** How flags can be resolved, with the precedents and the determinations of CalSAAS */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                disposition: components["schemas"]["Disposition"];
                                meaning: string;
                                precedent: string;
                                verified: boolean;
                                /** @description Whether a person can decide on it */
                                choosable: boolean;
                                calsaas: {
                                    term: string;
                                    /**
                                     * @description Whether its meaning is published
                                     */
                                    meaning: "stated" | "inferred" | "none";
                                    source: string;
                                    verified: boolean;
                                    /**
                                     * @description Nobody publishes a correspondence: this one is inferred by us
                                     */
                                    mapping: "ours";
                                    note: string;
                                } | null;
                            }[];
                            /** @description Words of CalSAAS to which nothing of ours corresponds */
                            others: {
                                term: string;
                                /**
                                 * @description Whether its meaning is published
                                 */
                                meaning: "stated" | "inferred" | "none";
                                source: string;
                                verified: boolean;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/releases/{id}/assessment": {
        /** How far the work on a release is */
        get: {
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
                200: {
                    content: {
                        "application/json": {
                            release: string;
                            state: "waiting" | "assessing" | "assessed";
                            pieces: number;
                            of: number | null;
                            /** @description For an erratum: the release that it corrects */
                            corrects: string | null;
                            /** @description What was odd about the release */
                            note: string | null;
                            assessment: {
                                flags: number;
                                bySeverity: components["schemas"]["BySeverity"];
                                digest: string;
                                positions: {
                                    [key: string]: number;
                                };
                                manualReview: components["schemas"]["Dependent2"][];
                            } | null;
                        };
                    };
                };
            };
        };
    };
    "/links": {
        /** List links, own and projected */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    dependent?: string;
                    kind?: "authorization" | "course-code" | "legal-reference";
                    /** @description Id or natural key of the item linked to */
                    item?: string;
                    /** @description Links of the item itself, or of what stands below it */
                    scope?: "item" | "below";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: components["schemas"]["Link"][];
                            next: string | null;
                            total: number;
                        };
                    };
                };
            };
        };
    };
    "/aggregates": {
        /** The counts that stand: of each code, year and measure the newest */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    code?: string;
                    schoolYear?: string;
                    measure?: "sections" | "pupils" | "holders";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                key: string;
                                schoolYear: string;
                                measure: "sections" | "pupils" | "holders";
                                /** @description Null: all of it is suppressed */
                                count: number | null;
                                /** @description A part is not told: the count is the least that it can be */
                                suppressed: boolean;
                                load: string;
                                asOf: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/aggregates/loads": {
        /** What has been loaded, side by side, newest day first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: components["schemas"]["AggregateLoad"][];
                        };
                    };
                };
            };
        };
    };
    "/impact-weights": {
        /**
         * The flags of a release by what hangs on them, with sums by severity, sector and pathway
         * @description A dependent of two sectors counts for both, so sums by sector and pathway may exceed the total.
         */
        get: {
            parameters: {
                query: {
                    release: string;
                    /** @description Default: the first of sections, pupils, holders that the service counts */
                    measure?: "sections" | "pupils" | "holders";
                    /** @description Default: the newest that is loaded */
                    schoolYear?: string;
                    severity?: "notice" | "review" | "breaking";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            release: string;
                            measure: "sections" | "pupils" | "holders";
                            /** @description Null: nothing is loaded for the measure */
                            schoolYear: string | null;
                            total: {
                                dependents: number;
                                count: number;
                                loaded: number;
                                /** @description Of so many no count is loaded: they are not taken for nothing */
                                unknown: number;
                                suppressed: number;
                                says: string;
                            };
                            bySeverity: {
                                dependents: number;
                                count: number;
                                loaded: number;
                                /** @description Of so many no count is loaded: they are not taken for nothing */
                                unknown: number;
                                suppressed: number;
                                says: string;
                                severity: "notice" | "review" | "breaking";
                            }[];
                            bySector: {
                                dependents: number;
                                count: number;
                                loaded: number;
                                /** @description Of so many no count is loaded: they are not taken for nothing */
                                unknown: number;
                                suppressed: number;
                                says: string;
                                key: string;
                            }[];
                            byPathway: {
                                dependents: number;
                                count: number;
                                loaded: number;
                                /** @description Of so many no count is loaded: they are not taken for nothing */
                                unknown: number;
                                suppressed: number;
                                says: string;
                                key: string;
                            }[];
                            /** @description The heaviest first (the first thousand); the export has all */
                            flags: {
                                flag: string;
                                key: string;
                                title: string;
                                severity: "notice" | "review" | "breaking";
                                state: string;
                                sectors: string[];
                                pathways: string[];
                                /** @description Null: not loaded, or suppressed */
                                count: number | null;
                                suppressed: boolean;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/impact-weights/export": {
        /** The flags of a release by what hangs on them, as CSV or xlsx; an empty count is unknown */
        get: {
            parameters: {
                query: {
                    release: string;
                    /** @description Default: the first of sections, pupils, holders that the service counts */
                    measure?: "sections" | "pupils" | "holders";
                    /** @description Default: the newest that is loaded */
                    schoolYear?: string;
                    severity?: "notice" | "review" | "breaking";
                    /** @description csv, or xlsx for a spreadsheet */
                    format?: "csv" | "xlsx";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One row for each flag, the heaviest first */
                200: {
                    content: {
                        "text/csv": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
            };
        };
    };
    "/positions": {
        /** How far each source has been read */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            [key: string]: number;
                        };
                    };
                };
            };
        };
    };
    "/dead-letters": {
        /** List messages that were put aside */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                source: string;
                                sequence: number | null;
                                error: {
                                    code: string;
                                    message: string;
                                };
                                at: string;
                                attempts: number;
                                raw: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/dead-letters/redrive": {
        /** Try the dead letters again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            outcomes: {
                                source: string;
                                redriven: number;
                                failed: number;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/rebuild": {
        /** Make the projection anew from the owners' logs */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    "/flags/decisions": {
        /**
         * Send an export of decisions back, filled in
         * @description Rows without an entry are passed over, those taken before are recognised. A flag that is not in the file is not touched.
         */
        post: {
            parameters: {
                query?: {
                    /** @description Report what would happen; write nothing */
                    dryRun?: "true" | "false";
                    /** @description Take the good rows and name the bad ones; else one bad row refuses the file */
                    skipErrors?: "true" | "false";
                    /** @description Default: the first that has the columns */
                    sheet?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description An export of decisions, filled in: CSV (UTF-8) or xlsx */
            requestBody: {
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": {
                            dryRun: boolean;
                            sheet: string | null;
                            rows: number;
                            /** @description Rows in which nothing is filled in */
                            passedOver: number;
                            /** @description Rows that were taken before */
                            done: number;
                            decided: number;
                            faulty: number;
                            /** @description The first thousand decided */
                            changes: {
                                row: number;
                                id: string;
                                dependent: components["schemas"]["Dependent2"];
                                before: components["schemas"]["Flag2"];
                                after: components["schemas"]["Flag2"];
                            }[];
                            /** @description The first thousand */
                            errors: {
                                path: string;
                                message: string;
                            }[];
                            /** @description The bulk action that took them: /bulk-actions/{id}, with undo */
                            action: string | null;
                            moved: number;
                            /** @description Moved by others while the file was read; /bulk-actions/{id} names them */
                            skipped: number;
                        };
                    };
                };
            };
        };
    };
    "/imports/aggregates": {
        /**
         * Load counts of sections, pupils or holders by code: aggregates only
         * @description Columns: Code, School Year, Measure (sections, pupils, holders), Count (or * where it is suppressed), and, for parts of a count, Sector (its key) and LEA Type (district, county office, charter). Pupils and holders are 0, 11 or more, or *. What looks like persons is refused whole; so is any other column.
         */
        post: {
            parameters: {
                query: {
                    /** @description Where the counts come from, in words; no agency by name */
                    source: string;
                    /** @description The day of which the counts are; the newest stands */
                    asOf: string;
                    /** @description Somebody has read them in the publisher’s own file */
                    verified?: "true" | "false";
                    /** @description Report what would happen; write nothing */
                    dryRun?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description CSV (UTF-8) or xlsx */
            requestBody: {
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": {
                            dryRun: boolean;
                            outcome: "loaded" | "would-be-loaded" | "loaded-before";
                            load: components["schemas"]["AggregateLoad"];
                            /** @description Against what stood; older: a load of a later day says it already */
                            standing: {
                                added: number;
                                changed: number;
                                unchanged: number;
                                older: number;
                            };
                            /** @description Codes that hang on nothing here: kept, and weighing nothing (the first thousand) */
                            unknownKeys: string[];
                        };
                    };
                };
            };
        };
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Actor: {
            /** @description A staff member or program, never a teacher or pupil. */
            id: string;
            agency: "CDE" | "CTC" | "CALPADS";
            role: "viewer" | "commenter" | "editor" | "approver" | "publisher" | "administrator";
        };
        AggregateLoad: {
            id: string;
            source: string;
            verified: boolean;
            asOf: string;
            rows: number;
            by: {
                id: string;
                agency: string;
                role: string;
            };
            at: string;
        };
        Authorization: {
            /** @description DOC/AUTH/SUBJECT; a code the source does not give is `_` */
            key: string;
            documentCode: string;
            authorizationCode: string | null;
            subjectCode: string | null;
            title: string;
            subjectTitle: string | null;
            notes: string | null;
            cteRelation: components["schemas"]["CteRelation"];
            status: "current" | "legacy" | "closed";
            twinOf: string | null;
            gaps: string[];
            /** @description No subject leads to a sector: a person must look */
            manualReview: boolean;
            provenance: components["schemas"]["Provenance"];
            version: number;
            updatedAt: string;
            links: components["schemas"]["Link"][];
            rules: {
                /** @description course code:document/authorization/subject */
                id: string;
                courseCode: string;
                authType: "Full" | "Limited";
                documentCode: string;
                authorizationCode: string;
                subjectCode: string;
                kind: components["schemas"]["Kind"];
                condition: string | null;
                verified: boolean;
                provenance: components["schemas"]["Provenance"];
                version: number;
                updatedAt: string;
                /** @description By which published edition it is no longer in force; null: it is */
                ended: {
                    edition: string;
                    on: string | null;
                    at: string;
                    reason: string;
                } | null;
                /**
                 * @description That a twin is admitted too is inferred
                 */
                by: "direct" | "twin" | "wildcard";
            }[];
            openFlags: number;
        };
        BulkAction: {
            id: string;
            kind: "bulk" | "decisions" | "undo";
            actor: components["schemas"]["Actor"];
            step: {
                /** @description Left out: it stays what it is, and owner or due change */
                to?: components["schemas"]["State3"];
                /** @description What was decided; on resolving, and only then. Not superseded: errata set that */
                disposition?: components["schemas"]["Disposition"];
                /** @description Who sees to it; left out, it stays as it is. To hand over what is in review: in-review again, with another owner */
                owner?: string | null;
                /** @description Another day than the reckoned one; null: the reckoned one holds again. Not on resolving */
                due?: string | null;
            } | null;
            reason: string;
            of: string;
            undoes: string | null;
            undoneBy: string | null;
            state: "applying" | "done";
            flags: number;
            moved: number;
            /** @description Moved by others meanwhile, or no longer possible */
            skipped: number;
            /** @description The first thousand */
            skips: {
                flag: string;
                code: string;
                reason: string;
            }[];
            begunAt: string;
            endedAt: string | null;
        };
        By: "change" | "sector" | "document" | "subject" | "release" | "owner" | "severity" | "class" | "due";
        BySeverity: {
            breaking: number;
            review: number;
            notice: number;
        };
        Change: {
            /** @description release:item id:aspect, the same in preview and publish */
            id: string;
            class: components["schemas"]["Class"];
            /** @description Id of the rule that chose the class, e.g. wording/list-member-removed */
            rule: string;
            /** @description As the new release names it (a retired item as its last release did). */
            item: components["schemas"]["Item"];
            aspect: "existence" | "code" | "title" | "place" | "wording";
            before: {
                /** @description Human code as published (B5.3, 10.2, EEU). Unique among the active items of one top-level item. */
                code?: string;
                title?: string;
                text?: string | null;
                scopeNote?: string | null;
                parent?: string | null;
                position?: number;
                status?: "active" | "retired";
                retirement?: {
                    manner: "retired" | "merged" | "split";
                    successors: components["schemas"]["Item"][] | ("none" | "unknown");
                    within: string | null;
                } | null;
            } | null;
            after: {
                /** @description Human code as published (B5.3, 10.2, EEU). Unique among the active items of one top-level item. */
                code?: string;
                title?: string;
                text?: string | null;
                scopeNote?: string | null;
                parent?: string | null;
                position?: number;
                status?: "active" | "retired";
                retirement?: {
                    manner: "retired" | "merged" | "split";
                    successors: components["schemas"]["Item"][] | ("none" | "unknown");
                    within: string | null;
                } | null;
            } | null;
        };
        Class: "editorial" | "label" | "recode" | "scope-narrowed" | "scope-broadened" | "substantive" | "moved" | "merged" | "split" | "retired" | "added";
        Count: {
            rows: number;
            courseCodes: number;
            wildcards: number;
            /** @description Rows of which something is not said */
            gaps: number;
        };
        CourseCode: {
            count: number;
            /** @description The first 1000 */
            items: string[];
        };
        CriticalPath: {
            steps: string[];
            knownDays: number;
            unknown: string[];
        };
        CteRelation: "authorizes_cte_sector" | "adult_classes_only" | "authorizes_cte_at_employer_discretion" | "authorizes_vocational_subject" | "general_education_only" | "supplementary_not_cte" | "specialist_no_course_rule" | "special_subject" | "supervision" | "substitute" | "english_learner_sdaie";
        Date: {
            /** @description Adoption by the State Board of Education */
            adoption: string | null;
            /** @description In force for readers who name no consumer */
            effective: string | null;
            /**
             * @description First school year of CALPADS that uses it
             * @default null
             */
            calpadsSchoolYear: string | null;
            /**
             * @description Effective day of the regulation of CTC (Title 5)
             * @default null
             */
            regulation: string | null;
            /**
             * @description First Perkins program year that reports by it, 1 July to 30 June
             * @default null
             */
            perkinsYear: string | null;
            /**
             * @description Day from which college programs (TOP to CIP) go by it
             * @default null
             */
            collegeProgram: string | null;
        };
        Dependent: {
            kind: string;
            key: string;
            title: string;
            level: string | null;
        };
        Dependent2: {
            kind: "authorization" | "course-code" | "legal-reference";
            key: string;
            title: string;
            level: ("exploratory" | "introductory" | "concentrator" | "capstone") | null;
        };
        Dependent3: {
            kind: "authorization" | "course-code" | "legal-reference";
            key: string;
        };
        Disposition: "no-impact" | "rename-in-place" | "grandfather-by-issue-date" | "bridge-authorization" | "close-to-new-issuance" | "discontinue-initial-issuance" | "sunset-recommendation" | "replace-document" | "add" | "drop" | "reissue" | "recode" | "superseded";
        Document: {
            count: number;
            /** @description The first 1000 */
            items: {
                code: string;
                rows: number;
                first: number;
            }[];
        };
        Document2: {
            code: string;
            title: string;
            family: string | null;
            /** @description Null: unknown */
            status: ("current" | "closed" | "legacy") | null;
            /** @description As the source has it */
            statusWords: string | null;
            /** @description How its words lead to the status, or why they do not */
            statusBasis: string;
            leaflet: string | null;
            legalReference: string | null;
            cteRelevance: string | null;
            provenance: components["schemas"]["Provenance"];
            version: number;
            updatedAt: string;
        };
        Doubt: "course-code-unknown" | "date-unknown" | "code-missing" | "rule-gap" | "pair-unknown" | "wildcard" | "inferred-twin" | "unverified-rule" | "unverified-authorization" | "unverified-grandfathering" | "supplementary" | "other-document" | "vocational-document" | "manual-review";
        Due: {
            state: "dated" | "unknown" | "none";
            /** @description The last day that is still in time */
            day: string | null;
            /** @description Dates of the release that nobody has set, where it is unknown */
            missing: string[];
            basis: string;
            /** @description What the dates of the release say, where a person set another day */
            reckoned: string | null;
            setBy: string | null;
            overdue: boolean;
        };
        Due2: {
            state: "dated" | "unknown" | "none";
            day: string | null;
        };
        Earliest: {
            start: string | null;
            finish: string | null;
            /** @description false: something of unknown length lies on the way, so it is a bound */
            exact: boolean;
        };
        Filter: {
            release?: string;
            framework?: string;
            state?: components["schemas"]["State3"];
            /** @description How it was resolved; superseded: by an erratum */
            disposition?: components["schemas"]["Disposition"];
            severity?: "notice" | "review" | "breaking";
            class?: components["schemas"]["Class"];
            /**
             * @description Of the dependent; legal-reference: statutes and regulations
             */
            kind?: "authorization" | "course-code" | "legal-reference";
            /** @description CTE/R4T/ANR, EC 44260.9, or a course code */
            dependent?: string;
            /** @description Document code of an authorization: CTE; none: no authorization */
            document?: string;
            /** @description Subject code of an authorization: ANR; none: no authorization */
            subject?: string;
            /** @description A changed item: its id or natural key (ICT.B5.3) */
            item?: string;
            /** @description Top-level item on the way of any of its paths: ICT, or ca-mcs-2013:ICT */
            sector?: string;
            /** @description Among its gravest causes: class:item id, as groups by change are keyed */
            change?: string;
            /** @description A staff member or program, never a teacher or pupil. */
            owner?: string;
            /**
             * @description Whether it is known when it is due
             */
            due?: "dated" | "unknown" | "none";
            /** @description Due on this day or later */
            dueFrom?: string;
            /** @description Due on this day or earlier */
            dueTo?: string;
            /** @description Part of a dependent, its title or an item key */
            q?: string;
            /** @description Every cause rests on a doubt */
            unverified?: boolean;
            /** @description After a split nobody has said where the dependent goes */
            undecided?: boolean;
            /** @description It says more than its severity: a sequence that breaks */
            findings?: boolean;
            /** @description Nobody sees to it */
            unowned?: boolean;
            /** @description Open, in review or returned: somebody must still deal with it */
            unresolved?: boolean;
            /** @description Not resolved, and due before today in California */
            overdue?: boolean;
        };
        Flag: {
            id: string;
            release: components["schemas"]["Release"];
            dates: components["schemas"]["Date"];
            dependent: components["schemas"]["Dependent2"];
            severity: "notice" | "review" | "breaking";
            classes: components["schemas"]["Class"][];
            causeCount: number;
            findingCount: number;
            firstCause: {
                class: components["schemas"]["Class"];
                item: components["schemas"]["Item"];
                severity: "notice" | "review" | "breaking";
                summary: string;
            };
            unverified: boolean;
            undecided: boolean;
            state: components["schemas"]["State3"];
            owner: string | null;
            disposition: components["schemas"]["Disposition"] | null;
            due: components["schemas"]["Due"];
            /** @description Top-level items on the way of its paths, framework:code */
            sectors: string[];
            /** @description Of all that it says: what an attestation binds to */
            textFingerprint: string;
            coveredBy: string[];
            /** @description For a flag of an erratum: the release that it corrects */
            corrects: string | null;
            /** @description The flag of the corrected release whose place this one takes */
            supersedes: string | null;
            /** @description The flag of an erratum that stands in the place of this one */
            supersededBy: string | null;
            version: number;
            flaggedAt: string;
        };
        Flag2: {
            state: components["schemas"]["State3"];
            owner: string | null;
            disposition: components["schemas"]["Disposition"] | null;
            /** @description Set by hand; null: the reckoned day holds */
            due: string | null;
        };
        From: {
            title: string;
            courseCodes: number;
            rules: number;
            pairs: number;
            /** @description Rules that admit every subject */
            wildcards: string[];
            /** @description Rules that nothing issued satisfies */
            empty: number;
            unread: {
                rows: number;
                /** @description Course codes with a row that does not say who */
                courseCodes: string[];
            };
            /** @description Pairs of which nobody can say */
            doubtful: number;
        };
        Gained: {
            count: number;
            /** @description The first thousand */
            pairs: {
                courseCode: string;
                authorization: string;
                /**
                 * @description In the decoder in force: authorized there, it would go on
                 */
                today: "authorized" | "not-authorized" | "review";
                without: "authorized" | "not-authorized" | "review";
                with: "authorized" | "not-authorized" | "review";
                /** @description What admits it without the rule */
                by: string | null;
            }[];
        };
        Gap: "auth-type-blank" | "document-blank" | "authorization-blank" | "subject-blank" | "not-joined" | "no-credential";
        GrandfatheringRule: {
            id: string;
            title: string;
            precedent: string | null;
            authorization: string;
            courseCodes: string[];
            date: "issued" | "added";
            before: string;
            through: string | null;
            provenance: components["schemas"]["Provenance"];
            version: number;
            updatedAt: string;
        };
        Item: {
            framework: string;
            id: string;
            /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
            key: string;
            kind: "sector" | "pathway" | "cluster" | "sub-cluster" | "anchor" | "standard" | "indicator" | "practice" | "program" | "occupation";
            title: string;
        };
        Kind: "sector" | "single-subject" | "wildcard" | "other";
        LatestStart: {
            steps: string[];
            day: string | null;
            exact: boolean;
        };
        Link: {
            id: string;
            dependent: components["schemas"]["Dependent2"];
            framework: string;
            item: components["schemas"]["Item"] | null;
            any: ("sector" | "sector-count" | "sector-titles" | "cluster-count" | "cluster-titles") | null;
            lineage: components["schemas"]["Item"][];
            release: number;
            verified: boolean;
            basis: string;
        };
        List: "sector-count" | "sector-titles" | "cluster-count" | "cluster-titles";
        Milestone: {
            /** @description Adoption by the State Board */
            adoption?: string | null;
            /** @description Effective date of CTC's rules */
            effective?: string | null;
            /** @description Census day by which it must hold; default: the first from the effective date on */
            census?: string | null;
        };
        Milestone2: {
            adoption: string | null;
            effective: string | null;
            census: string | null;
        };
        Operation: {
            op: "add-rule";
            courseCode: string;
            document: string;
            authorization: string;
            /** @description A subject code, or `*` for every subject of that document and authorization code */
            subject: string | "*";
            /**
             * @default Full
             */
            authType: "Full" | "Limited";
            /** @default null */
            condition: string | null;
            /** @default false */
            verified: boolean;
            /** @default null */
            reason: string | null;
            /**
             * @description The disposition or precedent that it follows, in its published word
             * @default null
             */
            follows: string | null;
        } | {
            op: "drop-rule";
            rule: string;
            /** @default null */
            reason: string | null;
            /**
             * @description The disposition or precedent that it follows, in its published word
             * @default null
             */
            follows: string | null;
        } | {
            op: "recode-rule";
            rule: string;
            document?: string;
            authorization?: string;
            /** @description A subject code, or `*` for every subject of that document and authorization code */
            subject?: string | "*";
            /** @default null */
            reason: string | null;
            /**
             * @description The disposition or precedent that it follows, in its published word
             * @default null
             */
            follows: string | null;
        } | {
            op: "recode-course-code";
            courseCode: string;
            /** @description Each of them takes all of its rules; the old code has none afterwards */
            to: string[];
            /** @default null */
            reason: string | null;
            /**
             * @description The disposition or precedent that it follows, in its published word
             * @default null
             */
            follows: string | null;
        } | {
            op: "revise-rule";
            rule: string;
            authType?: "Full" | "Limited";
            condition?: string | null;
            verified?: boolean;
            /** @default null */
            reason: string | null;
            /**
             * @description The disposition or precedent that it follows, in its published word
             * @default null
             */
            follows: string | null;
        } | {
            op: "add-authorization";
            document: string;
            authorization: string;
            subject: string;
            title: string;
            /** @default null */
            subjectTitle: string | null;
            /** @default null */
            notes: string | null;
            cteRelation: components["schemas"]["CteRelation"];
            /**
             * @default current
             */
            status: "current" | "legacy" | "closed";
            /** @default null */
            twinOf: string | null;
            /** @default false */
            verified: boolean;
            /** @default null */
            reason: string | null;
            /**
             * @description The disposition or precedent that it follows, in its published word
             * @default null
             */
            follows: string | null;
        } | {
            op: "revise-authorization";
            /** @description Document, authorization and subject code; one that the source does not give is `_` */
            authorization: string;
            title?: string;
            subjectTitle?: string | null;
            notes?: string | null;
            status?: "current" | "legacy" | "closed";
            /** @default null */
            reason: string | null;
            /**
             * @description The disposition or precedent that it follows, in its published word
             * @default null
             */
            follows: string | null;
        } | {
            op: "recode-authorization";
            /** @description Document, authorization and subject code; one that the source does not give is `_` */
            authorization: string;
            /** @description Printed on new documents. The old one stays, as legacy, with its rules */
            subject: string;
            /**
             * @description Whether the course codes that admit the old one by a rule of its own admit the new one
             * @default true
             */
            withRules: boolean;
            /** @default null */
            reason: string | null;
            /**
             * @description The disposition or precedent that it follows, in its published word
             * @default null
             */
            follows: string | null;
        } | {
            op: "drop-authorization";
            /** @description Document, authorization and subject code; one that the source does not give is `_` */
            authorization: string;
            /** @default null */
            reason: string | null;
            /**
             * @description The disposition or precedent that it follows, in its published word
             * @default null
             */
            follows: string | null;
        } | {
            op: "add-subject";
            subject: string;
            title: string;
            /** @description Framework of the item that the subject stands for */
            framework: string;
            /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
            item: string;
            /** @default false */
            verified: boolean;
            /** @default null */
            reason: string | null;
            /**
             * @description The disposition or precedent that it follows, in its published word
             * @default null
             */
            follows: string | null;
        } | {
            op: "retitle-subject";
            subject: string;
            title: string;
            /**
             * @description First day of the new title; null: unknown
             * @default null
             */
            from: string | null;
            /** @default null */
            reason: string | null;
            /**
             * @description The disposition or precedent that it follows, in its published word
             * @default null
             */
            follows: string | null;
        } | {
            op: "end-subject";
            subject: string;
            /**
             * @description Last day on which it is printed; null: unknown
             * @default null
             */
            on: string | null;
            /** @default null */
            reason: string | null;
            /**
             * @description The disposition or precedent that it follows, in its published word
             * @default null
             */
            follows: string | null;
        } | {
            op: "add-grandfathering";
            rule: components["schemas"]["Rule"];
            /** @default false */
            verified: boolean;
            /** @default null */
            reason: string | null;
            /**
             * @description The disposition or precedent that it follows, in its published word
             * @default null
             */
            follows: string | null;
        } | {
            op: "end-grandfathering";
            rule: string;
            /** @description The last day on which it holds */
            through: string;
            /** @default null */
            reason: string | null;
            /**
             * @description The disposition or precedent that it follows, in its published word
             * @default null
             */
            follows: string | null;
        };
        Outcome: "new" | "gone" | "without-pair" | "first-pair" | "added" | "dropped" | "changed" | "emptied" | "filled" | "permitted" | "refused" | "unknown";
        Outcome2: "approved" | "approved-in-part" | "withdrawn" | "emergency";
        Provenance: {
            source: string;
            verified: boolean;
            note: string | null;
        };
        Release: {
            /** @description framework@number, e.g. ca-mcs-2013@3 */
            id: string;
            framework: string;
            number: number;
        };
        Rule: {
            id: string;
            title: string;
            precedent: string | null;
            authorization: string;
            courseCodes: string[];
            date: "issued" | "added";
            before: string;
            through: string | null;
        };
        Rule2: {
            id: string;
            title: string;
            precedent: string | null;
            authorization: string;
            courseCodes: string[];
            date: "issued" | "added";
            before: string;
            through: string | null;
            provenance: components["schemas"]["Provenance"];
        };
        RuleEdition: {
            id: string;
            title: string;
            /**
             * @description Read from a file, or published here
             */
            origin: "imported" | "published";
            publishedOn: string | null;
            source: string;
            /** @description Somebody has read it in the publisher’s own file */
            verified: boolean;
            layout: "codes" | "titles";
            counts: components["schemas"]["Count"];
            /** @description Of its rows, whatever their order and numbers */
            digest: string;
            importedAt: string;
            importedBy: components["schemas"]["Actor"];
            version: number;
            state: "kept";
        };
        RuleEdition2: {
            id: string;
            title: string;
            description: string | null;
            /** @description The decoder that it starts from: current, or edition:<id> of a kept one */
            base: string;
            /** @description Planned; null: unknown */
            effective: string | null;
            /** @description The first school year it is meant for; null: unknown */
            firstSchoolYear: string | null;
            /** @description Ids of the flags of this service that it answers */
            flags: string[];
            origin: "drafted";
            state: components["schemas"]["State"];
            /** @description Grows with every edit of what is drafted */
            revision: number;
            /** @description Grows with every write; the ETag */
            version: number;
            operationCount: number;
            openedBy: components["schemas"]["Actor"];
            openedAt: string;
            editedBy: components["schemas"]["Actor"];
            updatedAt: string;
            published: {
                by: components["schemas"]["Actor"];
                reason: string;
                at: string;
                operations: {
                    [key: string]: number;
                };
                rows: {
                    rules: number;
                    authorizations: number;
                    subjects: number;
                    grandfathering: number;
                };
                digest: string;
            } | null;
            withdrawn: {
                by: components["schemas"]["Actor"];
                reason: string;
                at: string;
            } | null;
            operations: components["schemas"]["Operation"][];
        };
        Section: {
            added: number;
            changed: number;
            unchanged: number;
            /** @description Here but not in the file: reported, never removed */
            notListed: string[];
            /** @description Edited here since the last import, where the file says nothing new: kept */
            kept: string[];
        };
        Sector: {
            framework: string;
            key: string;
            title: string;
        };
        State: "draft" | "publishing" | "published" | "withdrawn";
        State2: "waiting" | "ready" | "in-progress" | "done" | "skipped" | "blocked";
        State3: "open" | "in-review" | "returned" | "resolved";
        Suggestion: {
            suggested: {
                operation: components["schemas"]["Operation"];
                because: string;
                flags: string[];
            }[];
            /** @description Pairs of which nobody can say: nothing is suggested for them */
            undecided: {
                courseCode: string;
                authorization: string;
                doubt: string;
                release: string;
            }[];
        };
        Title: {
            title: string;
            /** @description First day on which it held; null: unknown */
            from: string | null;
            /** @description Last day on which it held; null: still, or unknown */
            to: string | null;
            provenance: components["schemas"]["Provenance"];
        };
        Verdict: {
            authorized: number;
            "not-authorized": number;
            review: number;
        };
        View: {
            id: string;
            name: string;
            filter: components["schemas"]["Filter"];
            order: "gravest" | "due";
            group: components["schemas"]["By"] | null;
            agency: "CDE" | "CTC" | "CALPADS";
            owner: string;
            shared: boolean;
            version: number;
            changedAt: string;
        };
        ViewBody: {
            name: string;
            filter: components["schemas"]["Filter"];
            /**
             * @default gravest
             */
            order?: "gravest" | "due";
            /** @default null */
            group?: components["schemas"]["By"] | null;
            /**
             * @description Seen by all; else by the actor who keeps it alone
             * @default false
             */
            shared?: boolean;
        };
        Workflow: {
            id: string;
            template: string;
            release: string | null;
            /** @description Not checked here: CDE knows its proposals */
            proposal: string | null;
            attempt: number;
            title: string;
            milestones: components["schemas"]["Milestone2"];
            outcome: components["schemas"]["Outcome2"] | null;
            /** @description Also the ETag */
            version: number;
            createdAt: string;
            updatedAt: string;
            /** @description The day after which what comes next can no longer be in time */
            latestStart: components["schemas"]["LatestStart"];
            criticalPath: components["schemas"]["CriticalPath"];
            warnings: {
                code: string;
                step: string | null;
                message: string;
            }[];
            notes: string[];
            steps: {
                key: string;
                state: components["schemas"]["State2"];
                /** @description The steps that wait for it */
                blocks: string[];
                earliest: components["schemas"]["Earliest"];
                latest: components["schemas"]["Earliest"];
                /** @description null: done already, or nobody can say */
                proposed: string | null;
                title: string;
                action: string;
                actors: ("CDE" | "CTC" | "Commission" | "public" | "OAL" | "CALPADS" | "LEA" | "MA")[];
                after: string[];
                duration: {
                    days: number;
                    kind: "calendar" | "working";
                    provenance: components["schemas"]["Provenance"];
                } | null;
                anchor: {
                    date: "adoption" | "effective" | "census";
                    how: "on" | "by";
                } | null;
                stateReason: string | null;
                overrideReason: string | null;
                planned: string | null;
                actual: string | null;
                owner: string | null;
                notes: string | null;
                texts: {
                    decided: string[] | null;
                    suggested: {
                        text: string;
                        because: string;
                    }[];
                    /** @description Why more may be to reissue than is suggested */
                    unknown: string | null;
                };
                provenance: components["schemas"]["Provenance"];
            }[];
            /** @description All that were recorded; the last one stands */
            outcomes: {
                outcome: components["schemas"]["Outcome2"];
                day: string;
                reason: string;
                by: components["schemas"]["Actor"];
                at: string;
            }[];
        };
        WorkflowTemplate: {
            key: string;
            title: string;
            description: string;
            usualDays: {
                days: string[];
                provenance: components["schemas"]["Provenance"];
            } | null;
            precedent: {
                title: string;
                months: number;
                provenance: components["schemas"]["Provenance"];
            } | null;
            steps: {
                key: string;
                title: string;
                action: string;
                actors: ("CDE" | "CTC" | "Commission" | "public" | "OAL" | "CALPADS" | "LEA" | "MA")[];
                /** @description The steps it waits for */
                after: string[];
                /** @description The day of the change that it hangs on */
                anchor: {
                    date: "adoption" | "effective" | "census";
                    how: "on" | "by";
                } | null;
                /** @description Texts that it reissues */
                texts: string[];
                /** @description It reissues the leaflets of the documents that the change touches */
                leaflets: boolean;
                duration: {
                    days: number;
                    kind: "calendar" | "working";
                    provenance: components["schemas"]["Provenance"];
                } | null;
                provenance: components["schemas"]["Provenance"];
            }[];
            version: number;
            updatedAt: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
