// Made from the OpenAPI document "cte-align standards" by `npm run client`. Not to be edited.

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
    "/frameworks": {
        /** List the frameworks, each with what is in force of it today */
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
                            items: components["schemas"]["Framework"][];
                        };
                    };
                };
            };
        };
        /** Register a framework */
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
                        key: string;
                        title: string;
                        owner: "CDE" | "CTC" | "CALPADS";
                        description: string | null;
                        provenance?: components["schemas"]["Provenance"];
                    };
                };
            };
            responses: {
                201: {
                    content: {
                        "application/json": {
                            key: string;
                            title: string;
                            owner: "CDE" | "CTC" | "CALPADS";
                            description: string | null;
                            provenance: components["schemas"]["Provenance"];
                            /** @description Newest release */
                            head: string | null;
                        };
                    };
                };
            };
        };
    };
    "/frameworks/{key}": {
        /** Read a framework, with what is in force of it today */
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
                        "application/json": components["schemas"]["Framework"];
                    };
                };
            };
        };
    };
    "/frameworks/{key}/items": {
        /** List items as a release or a day has them */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description Number or id of a release; default the newest */
                    release?: string;
                    /** @description The release in force on that California day */
                    asOf?: string;
                    /** @description In force for whom, by that consumer's own date; without asOf: today */
                    consumer?: components["schemas"]["Consumer"];
                    /** @description Words in key or title, in any case */
                    q?: string;
                    kind?: components["schemas"]["Kind"];
                    /** @description Id or natural key of the parent; "none" for the top */
                    parent?: string;
                    status?: "active" | "retired" | "any";
                };
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
                        "application/json": {
                            items: {
                                id: string;
                                kind: components["schemas"]["Kind"];
                                /** @description Human code as published (B5.3, 10.2, EEU). Unique among the active items of one top-level item. */
                                code: string;
                                title: string;
                                text: string | null;
                                scopeNote: string | null;
                                parent: string | null;
                                position: number;
                                status: "active" | "retired";
                                retirement: {
                                    manner: "retired" | "merged" | "split";
                                    successors: components["schemas"]["Item"][] | ("none" | "unknown");
                                    within: string | null;
                                } | null;
                                provenance: components["schemas"]["Provenance"];
                                framework: string;
                                /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                                key: string;
                                from: string;
                                to: string | null;
                            }[];
                            next: string | null;
                            framework: string;
                            release: string | null;
                            asOf: string | null;
                            consumer: components["schemas"]["Consumer"] | null;
                            total: number;
                        };
                    };
                };
            };
        };
    };
    "/items/{id}": {
        /** Read an item with what stands above it */
        get: {
            parameters: {
                query?: {
                    /** @description Number or id of a release; default the newest */
                    release?: string;
                    /** @description The release in force on that California day */
                    asOf?: string;
                    /** @description In force for whom, by that consumer's own date; without asOf: today */
                    consumer?: components["schemas"]["Consumer"];
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
                            id: string;
                            kind: components["schemas"]["Kind"];
                            /** @description Human code as published (B5.3, 10.2, EEU). Unique among the active items of one top-level item. */
                            code: string;
                            title: string;
                            text: string | null;
                            scopeNote: string | null;
                            parent: string | null;
                            position: number;
                            status: "active" | "retired";
                            retirement: {
                                manner: "retired" | "merged" | "split";
                                successors: components["schemas"]["Item"][] | ("none" | "unknown");
                                within: string | null;
                            } | null;
                            provenance: components["schemas"]["Provenance"];
                            framework: string;
                            /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                            key: string;
                            from: string;
                            to: string | null;
                            release: string | null;
                            asOf: string | null;
                            consumer: components["schemas"]["Consumer"] | null;
                            lineage: {
                                id: string;
                                kind: components["schemas"]["Kind"];
                                /** @description Human code as published (B5.3, 10.2, EEU). Unique among the active items of one top-level item. */
                                code: string;
                                title: string;
                                text: string | null;
                                scopeNote: string | null;
                                parent: string | null;
                                position: number;
                                status: "active" | "retired";
                                retirement: {
                                    manner: "retired" | "merged" | "split";
                                    successors: components["schemas"]["Item"][] | ("none" | "unknown");
                                    within: string | null;
                                } | null;
                                provenance: components["schemas"]["Provenance"];
                                framework: string;
                                /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                                key: string;
                                from: string;
                                to: string | null;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/items/{id}/history": {
        /** Read what an item was and what changed it */
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
                            versions: {
                                id: string;
                                kind: components["schemas"]["Kind"];
                                /** @description Human code as published (B5.3, 10.2, EEU). Unique among the active items of one top-level item. */
                                code: string;
                                title: string;
                                text: string | null;
                                scopeNote: string | null;
                                parent: string | null;
                                position: number;
                                status: "active" | "retired";
                                retirement: {
                                    manner: "retired" | "merged" | "split";
                                    successors: components["schemas"]["Item"][] | ("none" | "unknown");
                                    within: string | null;
                                } | null;
                                provenance: components["schemas"]["Provenance"];
                                framework: string;
                                /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                                key: string;
                                from: string;
                                to: string | null;
                            }[];
                            changes: {
                                release: string;
                                publishedAt: string;
                                change: components["schemas"]["Change"];
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/frameworks/{key}/outline": {
        /** Read what stands right below an item, or at the top, in its own order */
        get: {
            parameters: {
                query?: {
                    /** @description Number or id of a release; default the newest */
                    release?: string;
                    /** @description The release in force on that California day */
                    asOf?: string;
                    /** @description In force for whom, by that consumer's own date; without asOf: today */
                    consumer?: components["schemas"]["Consumer"];
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description Id of the item; without it the top */
                    parent?: string;
                    status?: "active" | "retired" | "any";
                };
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
                        "application/json": {
                            items: {
                                id: string;
                                framework: string;
                                /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                                key: string;
                                kind: components["schemas"]["Kind"];
                                code: string;
                                title: string;
                                status: "active" | "retired";
                                verified: boolean;
                                parent: string | null;
                                /** @description How many stand right below it */
                                children: number;
                            }[];
                            next: string | null;
                            framework: string;
                            release: string | null;
                            asOf: string | null;
                            consumer: components["schemas"]["Consumer"] | null;
                            total: number;
                        };
                    };
                };
            };
        };
    };
    "/items": {
        /** Find items of all frameworks by code and words, nearest first, with facets */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description A code, or words: each stands in key, title, text or scope note, in any case */
                    q?: string;
                    framework?: string;
                    /** @description Number or id of a release; default the newest */
                    release?: string;
                    /** @description The release in force on that California day */
                    asOf?: string;
                    kind?: components["schemas"]["Kind"];
                    status?: "active" | "retired";
                    verified?: "true" | "false";
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
                                framework: string;
                                /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                                key: string;
                                kind: components["schemas"]["Kind"];
                                code: string;
                                title: string;
                                status: "active" | "retired";
                                verified: boolean;
                                parent: string | null;
                                release: string;
                                /**
                                 * @description How near it is: it is the key, the code; the key begins so; the title holds it; its words do
                                 */
                                match: "key" | "code" | "beginning" | "title" | "words";
                                /** @description Where the words stand below the title */
                                excerpt: string | null;
                                /** @description What it stands under, nearest first */
                                above: {
                                    id: string;
                                    /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                                    key: string;
                                    kind: components["schemas"]["Kind"];
                                    title: string;
                                }[];
                            }[];
                            next: string | null;
                            total: number;
                            /** @description How many there would be with that choice, the other choices kept */
                            facets: {
                                framework: {
                                    [key: string]: number;
                                };
                                kind: {
                                    [key: string]: number;
                                };
                                status: {
                                    [key: string]: number;
                                };
                                verified: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                };
            };
        };
    };
    "/releases": {
        /** List published releases, newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    framework?: string;
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
                            items: components["schemas"]["Release"][];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/releases/{id}": {
        /** Read a release */
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
                            framework: string;
                            number: number;
                            title: string;
                            reason: string;
                            dates: components["schemas"]["Date"];
                            inForceFrom: string;
                            publishedAt: string;
                            publishedBy: components["schemas"]["Actor"];
                            /** @description The release that this one corrects: an erratum */
                            corrects: string | null;
                            over: {
                                reason: string;
                                agencies: {
                                    agency: "CTC" | "CALPADS";
                                    decision: ("approve" | "acknowledge" | "object") | null;
                                    at: string | null;
                                }[];
                            } | null;
                            proposal: string;
                            changes: number;
                            messages: number;
                            digest: string;
                            correlationId: string;
                            /** @description About its dates, as of the day it was published */
                            warnings: {
                                code: "CTE_DATE_SCHOOL_YEAR_OPEN" | "CTE_DATE_REGULATION_BEFORE_ADOPTION" | "CTE_DATE_EFFECTIVE_BEFORE_ADOPTION" | "CTE_DATE_CENSUS_BETWEEN" | "CTE_DATE_YEARS_DIFFER" | "CTE_DATE_BEFORE_PREVIOUS" | "CTE_DATE_UNKNOWN";
                                message: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/releases/{id}/changes": {
        /** List the changes of a release with what each reaches */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    class?: string;
                    /** @description Of the changed item */
                    kind?: components["schemas"]["Kind"];
                    item?: string;
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
                                change: components["schemas"]["Change"];
                                reach: {
                                    item: components["schemas"]["Item"];
                                    scope: "item" | "subtree";
                                    path: ({
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
                                        relation: components["schemas"]["Relation"];
                                        state: components["schemas"]["State"];
                                    } | {
                                        edge: "link";
                                        link: string;
                                        dependent: components["schemas"]["Dependent"];
                                        basis: string;
                                    } | {
                                        edge: "rule";
                                        rule: string;
                                        dependent: components["schemas"]["Dependent"];
                                        basis: string;
                                    })[];
                                }[];
                            }[];
                            next: string | null;
                            total: number;
                            /** @description How many there would be with that class or kind, the other choices kept */
                            facets: {
                                class: {
                                    [key: string]: number;
                                };
                                kind: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                };
            };
        };
    };
    "/proposals": {
        /** List proposals, newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    framework?: string;
                    state?: components["schemas"]["State2"];
                    /** @description Neither published nor withdrawn */
                    underWay?: "true" | "false";
                    /** @description Scheduled publishings that wait for somebody */
                    held?: "true" | "false";
                    corrects?: string;
                    /** @description Words in the title, in any case */
                    q?: string;
                    /** @description An operation names it: id, by whichever key; or natural key, then also what is below it */
                    item?: string;
                    /** @description Agenda item of the State Board; area of the State Plan for CTE; Master Plan for Career Education; Perkins V requirement; other initiative */
                    reference?: components["schemas"]["Kind2"];
                    deliveryModel?: components["schemas"]["DeliveryModel"];
                    courseCode?: string;
                    cip?: string;
                    soc?: string;
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
                            items: components["schemas"]["Proposal"][];
                            next: string | null;
                        };
                    };
                };
            };
        };
        /** Open a proposal */
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
                        framework: string;
                        title: string;
                        /** @default null */
                        description?: string | null;
                        dates?: components["schemas"]["Date2"];
                        /**
                         * @description For an erratum: the release it corrects
                         * @default null
                         */
                        corrects?: string | null;
                        /** @default null */
                        equity?: string | null;
                        /** @default [] */
                        references?: {
                            /** @description Agenda item of the State Board; area of the State Plan for CTE; Master Plan for Career Education; Perkins V requirement; other initiative */
                            kind: components["schemas"]["Kind2"];
                            name: string;
                            /** @default null */
                            identifier?: string | null;
                            /** @default null */
                            date?: string | null;
                            /** @default null */
                            url?: string | null;
                        }[];
                        /** @default [] */
                        deliveryModels?: components["schemas"]["DeliveryModel"][];
                        /** @default [] */
                        dualEnrollment?: {
                            courseCode: string;
                            /** @default null */
                            cip?: string | null;
                            collegeProgram: string;
                        }[];
                        /** @default [] */
                        occupations?: {
                            soc: string;
                            title: string;
                        }[];
                    };
                };
            };
            responses: {
                201: {
                    content: {
                        "application/json": components["schemas"]["Proposal"];
                    };
                };
            };
        };
    };
    "/proposals/{id}": {
        /** Read a proposal */
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
                            framework: string;
                            /** @description Number of the release the operations start from */
                            base: number;
                            title: string;
                            description: string | null;
                            state: components["schemas"]["State2"];
                            /** @description Grows with every edit of the content; what sign-offs bind to */
                            revision: number;
                            /** @description Grows with every write; also the ETag */
                            version: number;
                            /** @description How many; read them at .../operations */
                            operations: number;
                            /** @description Planned */
                            dates: components["schemas"]["Date"];
                            /** @description The release that this one corrects: an erratum */
                            corrects: string | null;
                            /** @description Who gains and who loses; must be filled before review */
                            equity: string | null;
                            /** @default [] */
                            references: {
                                /** @description Agenda item of the State Board; area of the State Plan for CTE; Master Plan for Career Education; Perkins V requirement; other initiative */
                                kind: components["schemas"]["Kind2"];
                                name: string;
                                /** @default null */
                                identifier: string | null;
                                /** @default null */
                                date: string | null;
                                /** @default null */
                                url: string | null;
                            }[];
                            deliveryModels: {
                                tag: components["schemas"]["DeliveryModel"];
                                /** @description The CALPADS file that shows it, or "not monitored" */
                                monitored: string;
                            }[];
                            /** @default [] */
                            dualEnrollment: {
                                courseCode: string;
                                /** @default null */
                                cip: string | null;
                                collegeProgram: string;
                            }[];
                            occupations: {
                                soc: string;
                                title: string;
                                /** @description The occupation at O*NET */
                                onet: string;
                            }[];
                            openedBy: components["schemas"]["Actor"];
                            openedAt: string;
                            editedBy: components["schemas"]["Actor"];
                            updatedAt: string;
                            /** @description Whether it still holds: .../approvals */
                            approval: {
                                decision: "approve" | "acknowledge" | "object";
                                by: components["schemas"]["Actor"];
                                reason: string;
                                at: string;
                                revision: number;
                                digest: string;
                            } | null;
                            /** @description The last word of each; whether it still holds, and whether it is needed: .../approvals */
                            signOffs: components["schemas"]["SignOff"];
                            schedule: {
                                at: string;
                                by: components["schemas"]["Actor"];
                                reason: string;
                                title: string | null;
                                over: {
                                    reason: string;
                                    agencies: {
                                        agency: "CTC" | "CALPADS";
                                        decision: ("approve" | "acknowledge" | "object") | null;
                                        at: string | null;
                                    }[];
                                } | null;
                            } | null;
                            /** @description Why the last scheduled publishing waits for somebody to look again */
                            held: {
                                at: string;
                                reasons: string[];
                            } | null;
                            release: string | null;
                            withdrawn: {
                                by: components["schemas"]["Actor"];
                                reason: string;
                                at: string;
                            } | null;
                            /** @description What to look at in the planned dates, as of today */
                            warnings: {
                                code: "CTE_DATE_SCHOOL_YEAR_OPEN" | "CTE_DATE_REGULATION_BEFORE_ADOPTION" | "CTE_DATE_EFFECTIVE_BEFORE_ADOPTION" | "CTE_DATE_CENSUS_BETWEEN" | "CTE_DATE_YEARS_DIFFER" | "CTE_DATE_BEFORE_PREVIOUS" | "CTE_DATE_UNKNOWN";
                                message: string;
                            }[];
                        };
                    };
                };
            };
        };
        /**
         * Change what is said of a proposal
         * @description Title, description, planned dates, equity, what it corrects and what ties it to other systems. A list replaces the one there was. Like any edit it makes a new revision: what was signed for the old one lapses.
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
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title?: string;
                        description?: string | null;
                        dates?: components["schemas"]["Date2"];
                        corrects?: string | null;
                        equity?: string | null;
                        references?: {
                            /** @description Agenda item of the State Board; area of the State Plan for CTE; Master Plan for Career Education; Perkins V requirement; other initiative */
                            kind: components["schemas"]["Kind2"];
                            name: string;
                            /** @default null */
                            identifier?: string | null;
                            /** @default null */
                            date?: string | null;
                            /** @default null */
                            url?: string | null;
                        }[];
                        deliveryModels?: components["schemas"]["DeliveryModel"][];
                        dualEnrollment?: {
                            courseCode: string;
                            /** @default null */
                            cip?: string | null;
                            collegeProgram: string;
                        }[];
                        occupations?: {
                            soc: string;
                            title: string;
                        }[];
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Proposal"];
                    };
                };
            };
        };
    };
    "/proposals/{id}/record": {
        /** Read every step ever taken with a proposal */
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
                                step: "opened" | "edited" | "rebased" | "submitted" | "returned" | "approved" | "acknowledged" | "objected" | "scheduled" | "unscheduled" | "held" | "publishing-begun" | "published" | "withdrawn";
                                from: components["schemas"]["State2"] | null;
                                to: components["schemas"]["State2"];
                                /** @description Null where the clock did it */
                                by: components["schemas"]["Actor"] | null;
                                reason: string | null;
                                at: string;
                                revision: number;
                                digest: string | null;
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
    "/proposals/{id}/operations": {
        /** Read a proposal's operations */
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
                            revision: number;
                            version: number;
                            operations: ({
                                op: "add";
                                parent: (string) | null;
                                item: components["schemas"]["Item2"];
                                override?: components["schemas"]["Override"];
                            } | components["schemas"]["Operation"] | components["schemas"]["Operation2"] | components["schemas"]["Operation3"] | components["schemas"]["Operation4"] | {
                                op: "merge";
                                items: (string)[];
                                into: {
                                    existing: string;
                                } | {
                                    new: components["schemas"]["Item2"];
                                    parent: (string) | null;
                                };
                                /** @description Kinds whose items merge too where they meet one of the same kind and code: ["anchor", "indicator"] for two sectors of 2013, whose anchors are alike. Other equal codes are refused, all of them named. */
                                join?: components["schemas"]["Kind"][];
                                override?: components["schemas"]["Override"];
                            } | {
                                op: "split";
                                item: string;
                                into: components["schemas"]["Item2"][];
                                /** @default [] */
                                assignments: {
                                    dependent: {
                                        kind: "authorization" | "course-code";
                                        key: string;
                                    };
                                    /** @description Human code as published (B5.3, 10.2, EEU). Unique among the active items of one top-level item. */
                                    successor: string;
                                }[];
                                override?: components["schemas"]["Override"];
                            } | components["schemas"]["Operation5"] | components["schemas"]["Operation6"] | {
                                op: "map";
                                crosswalk: string;
                                from: string;
                                to: components["schemas"]["Successor"] | null;
                                relation: components["schemas"]["Relation"];
                                /** @default null */
                                note: string | null;
                            } | components["schemas"]["Operation7"])[];
                            /** @description Of each operation, one line that needs no look-up */
                            words: string[];
                        };
                    };
                };
            };
        };
        /** Replace all operations, or none */
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
                            op: "add";
                            parent: (string) | null;
                            item: components["schemas"]["Item3"];
                            override?: components["schemas"]["Override"];
                        } | components["schemas"]["Operation"] | components["schemas"]["Operation2"] | components["schemas"]["Operation3"] | components["schemas"]["Operation4"] | {
                            op: "merge";
                            items: (string)[];
                            into: {
                                existing: string;
                            } | {
                                new: components["schemas"]["Item3"];
                                parent: (string) | null;
                            };
                            /** @description Kinds whose items merge too where they meet one of the same kind and code: ["anchor", "indicator"] for two sectors of 2013, whose anchors are alike. Other equal codes are refused, all of them named. */
                            join?: components["schemas"]["Kind"][];
                            override?: components["schemas"]["Override"];
                        } | {
                            op: "split";
                            item: string;
                            into: components["schemas"]["Item3"][];
                            /** @default [] */
                            assignments?: {
                                dependent: {
                                    kind: "authorization" | "course-code";
                                    key: string;
                                };
                                /** @description Human code as published (B5.3, 10.2, EEU). Unique among the active items of one top-level item. */
                                successor: string;
                            }[];
                            override?: components["schemas"]["Override"];
                        } | components["schemas"]["Operation5"] | components["schemas"]["Operation6"] | {
                            op: "map";
                            crosswalk: string;
                            from: string;
                            to: components["schemas"]["Successor"] | null;
                            relation: components["schemas"]["Relation"];
                            /** @default null */
                            note?: string | null;
                        } | components["schemas"]["Operation7"])[];
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Proposal"];
                    };
                };
            };
        };
        /** Append operations, all or none */
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
                        operations: ({
                            op: "add";
                            parent: (string) | null;
                            item: components["schemas"]["Item3"];
                            override?: components["schemas"]["Override"];
                        } | components["schemas"]["Operation"] | components["schemas"]["Operation2"] | components["schemas"]["Operation3"] | components["schemas"]["Operation4"] | {
                            op: "merge";
                            items: (string)[];
                            into: {
                                existing: string;
                            } | {
                                new: components["schemas"]["Item3"];
                                parent: (string) | null;
                            };
                            /** @description Kinds whose items merge too where they meet one of the same kind and code: ["anchor", "indicator"] for two sectors of 2013, whose anchors are alike. Other equal codes are refused, all of them named. */
                            join?: components["schemas"]["Kind"][];
                            override?: components["schemas"]["Override"];
                        } | {
                            op: "split";
                            item: string;
                            into: components["schemas"]["Item3"][];
                            /** @default [] */
                            assignments?: {
                                dependent: {
                                    kind: "authorization" | "course-code";
                                    key: string;
                                };
                                /** @description Human code as published (B5.3, 10.2, EEU). Unique among the active items of one top-level item. */
                                successor: string;
                            }[];
                            override?: components["schemas"]["Override"];
                        } | components["schemas"]["Operation5"] | components["schemas"]["Operation6"] | {
                            op: "map";
                            crosswalk: string;
                            from: string;
                            to: components["schemas"]["Successor"] | null;
                            relation: components["schemas"]["Relation"];
                            /** @default null */
                            note?: string | null;
                        } | components["schemas"]["Operation7"])[];
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Proposal"];
                    };
                };
            };
        };
    };
    "/proposals/{id}/diff": {
        /** Read what the proposal changes, word by word */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    class?: components["schemas"]["Class"];
                    /** @description Id or natural key of the changed item */
                    item?: string;
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
                        "application/json": components["schemas"]["Proposal2"];
                    };
                };
            };
        };
        /**
         * Read what other operations than the saved ones would change
         * @description For who is still typing. Writes nothing.
         */
        post: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    class?: components["schemas"]["Class"];
                    /** @description Id or natural key of the changed item */
                    item?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        operations: ({
                            op: "add";
                            parent: (string) | null;
                            item: components["schemas"]["Item3"];
                            override?: components["schemas"]["Override"];
                        } | components["schemas"]["Operation"] | components["schemas"]["Operation2"] | components["schemas"]["Operation3"] | components["schemas"]["Operation4"] | {
                            op: "merge";
                            items: (string)[];
                            into: {
                                existing: string;
                            } | {
                                new: components["schemas"]["Item3"];
                                parent: (string) | null;
                            };
                            /** @description Kinds whose items merge too where they meet one of the same kind and code: ["anchor", "indicator"] for two sectors of 2013, whose anchors are alike. Other equal codes are refused, all of them named. */
                            join?: components["schemas"]["Kind"][];
                            override?: components["schemas"]["Override"];
                        } | {
                            op: "split";
                            item: string;
                            into: components["schemas"]["Item3"][];
                            /** @default [] */
                            assignments?: {
                                dependent: {
                                    kind: "authorization" | "course-code";
                                    key: string;
                                };
                                /** @description Human code as published (B5.3, 10.2, EEU). Unique among the active items of one top-level item. */
                                successor: string;
                            }[];
                            override?: components["schemas"]["Override"];
                        } | components["schemas"]["Operation5"] | components["schemas"]["Operation6"] | {
                            op: "map";
                            crosswalk: string;
                            from: string;
                            to: components["schemas"]["Successor"] | null;
                            relation: components["schemas"]["Relation"];
                            /** @default null */
                            note?: string | null;
                        } | components["schemas"]["Operation7"])[];
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Proposal2"];
                    };
                };
            };
        };
    };
    "/proposals/{id}/conflicts": {
        /** Where newer releases collide with the proposal, item by item */
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
                            base: number;
                            head: number;
                            conflicts: {
                                item: components["schemas"]["Item"];
                                ours: {
                                    changes: components["schemas"]["Change"][];
                                    by: components["schemas"]["Actor"];
                                    at: string;
                                };
                                theirs: {
                                    change: components["schemas"]["Change"];
                                    release: string;
                                    by: components["schemas"]["Actor"];
                                    at: string;
                                }[];
                                /** @description The operations that keep: "theirs" would drop */
                                operations: number[];
                            }[];
                            /** @description Operations that cannot be done on the newer release: drop them, or replace them */
                            misfits: {
                                operation: number;
                                code: string;
                                message: string;
                            }[];
                            /** @description There are more misfits than are listed */
                            truncated: boolean;
                        };
                    };
                };
            };
        };
    };
    "/proposals/{id}/rebase": {
        /**
         * Move the proposal to the newest release
         * @description Every item in conflict needs a choice: "ours" keeps the operations, "theirs" drops those that had a hand in it. What is dropped stays in the record.
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
                        /** @default [] */
                        resolutions?: {
                            item: string;
                            keep: "ours" | "theirs";
                        }[];
                        /**
                         * @description Operations to leave out, from 0
                         * @default []
                         */
                        drop?: number[];
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Proposal"];
                    };
                };
            };
        };
    };
    "/proposals/{id}/compare/{other}": {
        /**
         * Two proposals side by side
         * @description What each changes, where they touch the same item or dependent, and the difference in impact.
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
                    other: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            left: components["schemas"]["Proposal3"];
                            right: components["schemas"]["Proposal3"];
                            /** @description Items that both change */
                            items: {
                                total: number;
                                rows: {
                                    item: components["schemas"]["Item"];
                                    left: components["schemas"]["Change"][];
                                    right: components["schemas"]["Change"][];
                                    same: boolean;
                                }[];
                            };
                            onlyLeft: components["schemas"]["OnlyLeft"];
                            onlyRight: components["schemas"]["OnlyLeft"];
                            /** @description Whom either would hit; those hit differently first */
                            dependents: {
                                total: number;
                                differ: number;
                                rows: {
                                    agency: "CTC" | "CALPADS";
                                    dependent: components["schemas"]["Dependent2"];
                                    left: {
                                        severity: "notice" | "review" | "breaking";
                                        classes: components["schemas"]["Class"][];
                                    } | null;
                                    right: {
                                        severity: "notice" | "review" | "breaking";
                                        classes: components["schemas"]["Class"][];
                                    } | null;
                                    same: boolean;
                                }[];
                            };
                            /** @description Continues all lists */
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/proposals/{id}/submit": {
        /** Put a draft into review */
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
                        "application/json": components["schemas"]["Proposal"];
                    };
                };
            };
        };
    };
    "/proposals/{id}/return": {
        /** Give it back to its editors as a draft */
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
                        "application/json": components["schemas"]["Proposal"];
                    };
                };
            };
        };
    };
    "/proposals/{id}/unschedule": {
        /** Take it off the schedule */
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
                        "application/json": components["schemas"]["Proposal"];
                    };
                };
            };
        };
    };
    "/proposals/{id}/withdraw": {
        /** Withdraw the proposal */
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
                        "application/json": components["schemas"]["Proposal"];
                    };
                };
            };
        };
    };
    "/proposals/{id}/approvals": {
        /**
         * See who has signed, and what of it still holds
         * @description Computes the preview anew: a sign-off holds while the proposal's revision and its impacts are what was signed.
         */
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
                            revision: number;
                            /** @description Of the impacts as they are now; a sign-off names it */
                            digest: string;
                            signOffs: {
                                agency: "CDE" | "CTC" | "CALPADS";
                                standing: "holds" | "lapsed" | "missing" | "not-needed";
                                why: string | null;
                                signOff: {
                                    decision: "approve" | "acknowledge" | "object";
                                    by: components["schemas"]["Actor"];
                                    reason: string;
                                    at: string;
                                    revision: number;
                                    digest: string;
                                } | null;
                            }[];
                            /**
                             * @description yes: everybody concerned has acknowledged; over: only with a reason that is kept; no: not approved as it is
                             */
                            publishable: "yes" | "over" | "no";
                            obstacles: string[];
                        };
                    };
                };
            };
        };
        /**
         * Approve, acknowledge or object
         * @description CDE approves; CTC and CALPADS acknowledge or object, each where its records are hit. `digest` is that of the preview the signer has seen; the sign-off holds for it and for the proposal's revision, and lapses when either changes.
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
                        decision: "approve" | "acknowledge" | "object";
                        reason: string;
                        digest: string;
                        /** @description Why CDE approves though comments are unanswered. Kept. */
                        waiver?: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Proposal"];
                    };
                };
            };
        };
    };
    "/proposals/{id}/preview": {
        /**
         * See what publishing would flag, of the operations as they are saved
         * @description As POST without a body, for who may only read.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Rows of each list on a page; fewer where they are large */
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description Impacts of this agency only */
                    agency?: "ctc" | "calpads";
                    /** @description Impacts of this severity only */
                    severity?: "notice" | "review" | "breaking";
                    /** @description Impacts on this kind of dependent only */
                    kind?: "authorization" | "course-code" | "legal-reference";
                    /** @description Impacts that a change of this class has caused */
                    class?: components["schemas"]["Class"];
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
                        "application/json": components["schemas"]["Preview"];
                    };
                };
            };
        };
        /**
         * See what publishing would flag
         * @description What publishing would flag. Writes nothing, anywhere. Counts are of the whole; lists come in pages. With a body: what it would be with these operations instead of the saved ones.
         */
        post: {
            parameters: {
                query?: {
                    /** @description Rows of each list on a page; fewer where they are large */
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description Impacts of this agency only */
                    agency?: "ctc" | "calpads";
                    /** @description Impacts of this severity only */
                    severity?: "notice" | "review" | "breaking";
                    /** @description Impacts on this kind of dependent only */
                    kind?: "authorization" | "course-code" | "legal-reference";
                    /** @description Impacts that a change of this class has caused */
                    class?: components["schemas"]["Class"];
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        operations: ({
                            op: "add";
                            parent: (string) | null;
                            item: components["schemas"]["Item3"];
                            override?: components["schemas"]["Override"];
                        } | components["schemas"]["Operation"] | components["schemas"]["Operation2"] | components["schemas"]["Operation3"] | components["schemas"]["Operation4"] | {
                            op: "merge";
                            items: (string)[];
                            into: {
                                existing: string;
                            } | {
                                new: components["schemas"]["Item3"];
                                parent: (string) | null;
                            };
                            /** @description Kinds whose items merge too where they meet one of the same kind and code: ["anchor", "indicator"] for two sectors of 2013, whose anchors are alike. Other equal codes are refused, all of them named. */
                            join?: components["schemas"]["Kind"][];
                            override?: components["schemas"]["Override"];
                        } | {
                            op: "split";
                            item: string;
                            into: components["schemas"]["Item3"][];
                            /** @default [] */
                            assignments?: {
                                dependent: {
                                    kind: "authorization" | "course-code";
                                    key: string;
                                };
                                /** @description Human code as published (B5.3, 10.2, EEU). Unique among the active items of one top-level item. */
                                successor: string;
                            }[];
                            override?: components["schemas"]["Override"];
                        } | components["schemas"]["Operation5"] | components["schemas"]["Operation6"] | {
                            op: "map";
                            crosswalk: string;
                            from: string;
                            to: components["schemas"]["Successor"] | null;
                            relation: components["schemas"]["Relation"];
                            /** @default null */
                            note?: string | null;
                        } | components["schemas"]["Operation7"])[];
                    } | null;
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Preview"];
                    };
                };
            };
        };
    };
    "/proposals/{id}/impacts": {
        /**
         * List whom the proposal would hit, gravest first
         * @description The preview as it is now, a row for each dependent. Writes nothing.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    agency?: "ctc" | "calpads";
                    severity?: "notice" | "review" | "breaking";
                    class?: components["schemas"]["Class"];
                    /** @description Of the dependent; legal-reference: statutes and regulations */
                    kind?: "authorization" | "course-code" | "legal-reference";
                    /** @description CTE/R4T/ANR, EC 44260.9, or a course code */
                    dependent?: string;
                    /** @description A changed item: its id or natural key */
                    item?: string;
                    /** @description Top-level item on the way of any of its paths: ICT, or ca-mcs-2013:ICT */
                    sector?: string;
                    /** @description Every cause rests on a doubt */
                    unverified?: "true" | "false";
                    /** @description After a split nobody has said where the dependent goes */
                    undecided?: "true" | "false";
                    /** @description A sequence that breaks */
                    findings?: "true" | "false";
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
                                dependent: components["schemas"]["Dependent2"];
                                severity: "notice" | "review" | "breaking";
                                classes: components["schemas"]["Class"][];
                                causes: number;
                                first: {
                                    change: string;
                                    class: components["schemas"]["Class"];
                                    item: components["schemas"]["Item"];
                                    order: 1 | 2;
                                    assignment: (components["schemas"]["Item"] | "undecided") | null;
                                };
                                place: components["schemas"]["Item"] | null;
                                way: "own" | "below" | "above" | "across";
                                summary: string;
                                doubts: ("unverified-relation" | "unverified-link" | "inferred-twin" | "unverified-rule")[];
                                unverified: boolean;
                                undecided: boolean;
                                findings: number;
                                agency: "ctc" | "calpads";
                            }[];
                            next: string | null;
                            revision: number;
                            digest: string;
                            total: number;
                        };
                    };
                };
            };
        };
    };
    "/proposals/{id}/impacts/manual-review": {
        /**
         * List what a person must look at beside the impacts
         * @description Dependents that no sector and no rule leads to.
         */
        get: {
            parameters: {
                query?: {
                    agency?: "ctc" | "calpads";
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
                            revision: number;
                            digest: string;
                            total: number;
                            items: components["schemas"]["Dependent2"][];
                        };
                    };
                };
            };
        };
    };
    "/proposals/{id}/impacts/causes": {
        /**
         * List whom the proposal would hit, with causes and paths, gravest first
         * @description The rows of .../impacts in full. A page may have fewer than was asked for. Writes nothing.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    agency?: "ctc" | "calpads";
                    severity?: "notice" | "review" | "breaking";
                    class?: components["schemas"]["Class"];
                    /** @description Of the dependent; legal-reference: statutes and regulations */
                    kind?: "authorization" | "course-code" | "legal-reference";
                    /** @description CTE/R4T/ANR, EC 44260.9, or a course code */
                    dependent?: string;
                    /** @description A changed item: its id or natural key */
                    item?: string;
                    /** @description Top-level item on the way of any of its paths: ICT, or ca-mcs-2013:ICT */
                    sector?: string;
                    /** @description Every cause rests on a doubt */
                    unverified?: "true" | "false";
                    /** @description After a split nobody has said where the dependent goes */
                    undecided?: "true" | "false";
                    /** @description A sequence that breaks */
                    findings?: "true" | "false";
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
                                agency: "ctc" | "calpads";
                                dependent: components["schemas"]["Dependent2"];
                                severity: "notice" | "review" | "breaking";
                                classes: components["schemas"]["Class"][];
                                unverified: boolean;
                                undecided: boolean;
                                /** @description Top-level items on the way of its paths, framework:code */
                                sectors: string[];
                                causeCount: number;
                                /** @description The first hundred */
                                causes: {
                                    /** @description fingerprint of change id, dependent and order */
                                    id: string;
                                    change: {
                                        /** @description release:item id:aspect, the same in preview and publish */
                                        id: string;
                                        class: components["schemas"]["Class"];
                                        /** @description Id of the rule that chose the class, e.g. wording/list-member-removed */
                                        rule: string;
                                        /** @description As the new release names it (a retired item as its last release did). */
                                        item: components["schemas"]["Item"];
                                        aspect: components["schemas"]["Aspect"];
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
                                            relation: components["schemas"]["Relation"];
                                            state: components["schemas"]["State"];
                                        } | {
                                            edge: "link";
                                            link: string;
                                            dependent: components["schemas"]["Dependent"];
                                            basis: string;
                                        } | {
                                            edge: "rule";
                                            rule: string;
                                            dependent: components["schemas"]["Dependent"];
                                            basis: string;
                                        })[];
                                        severity: "notice" | "review" | "breaking";
                                        doubts: ("unverified-relation" | "unverified-link" | "inferred-twin" | "unverified-rule")[];
                                    }[];
                                    assignment: (components["schemas"]["Item"] | "undecided") | null;
                                    fingerprint: string;
                                }[];
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
                            }[];
                            next: string | null;
                            revision: number;
                            digest: string;
                            /** @description Of those that match */
                            total: number;
                            /** @description Of all, whatever was asked for */
                            agencies: {
                                ctc: components["schemas"]["BySeverity"];
                                calpads: components["schemas"]["BySeverity"];
                            };
                            /** @description How long the other lists of the preview are */
                            beside: {
                                pairs: components["schemas"]["Count"];
                                withoutPair: number;
                                manualReview: number;
                                unknowns: number;
                                /** @description Sequences of course codes that would no longer hold */
                                sequences: {
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
                            };
                        };
                    };
                };
            };
        };
    };
    "/proposals/{id}/impacts/pairs": {
        /**
         * List the pairs of course code and authorization that would come or go
         * @description The decoder comparison of the preview as it is now: refused ones first.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    outcome?: "permitted" | "refused" | "unknown";
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
                                courseCode: components["schemas"]["Dependent2"];
                                authorization: components["schemas"]["Dependent2"];
                                outcome: "permitted" | "refused" | "unknown";
                                from: components["schemas"]["Item"];
                                to: components["schemas"]["Item"] | null;
                                rule: string;
                                doubt: ("undecided" | "successor-unknown" | "successor-none" | "several-successors" | "over-relation" | "over-unverified-relation" | "owner-without-authorization" | "authorization-without-item" | "unverified-link" | "unverified-rule" | "inferred-twin") | null;
                            }[];
                            next: string | null;
                            revision: number;
                            digest: string;
                            total: number;
                        };
                    };
                };
            };
        };
    };
    "/proposals/{id}/impacts/without-pair": {
        /** List the course codes that no authorization would be certain for */
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
                                courseCode: components["schemas"]["Dependent2"];
                                certain: boolean;
                            }[];
                            next: string | null;
                            revision: number;
                            digest: string;
                            total: number;
                        };
                    };
                };
            };
        };
    };
    "/proposals/{id}/impacts/unknowns": {
        /** List what the preview cannot know */
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
                            revision: number;
                            digest: string;
                            total: number;
                            items: {
                                code: string;
                                message: string;
                                count: number;
                                examples: string[];
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/proposals/{id}/papers": {
        /** List the papers that can be made of a proposal */
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
                            papers: {
                                paper: "sbe-annex" | "calpads-flash" | "coded-correspondence";
                                for: string;
                                html: string;
                                md: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/proposals/{id}/papers/{paper}": {
        /**
         * Make a paper of a proposal
         * @description Printable and accessible; every number links to the query that counts it. Worked out anew at each call; writes nothing.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Without it the Accept header decides; HTML where it does not matter */
                    format?: "html" | "md";
                };
                header?: never;
                path: {
                    id: string;
                    paper: "sbe-annex" | "calpads-flash" | "coded-correspondence";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The paper */
                200: {
                    content: {
                        "text/html": string;
                        "text/markdown": string;
                    };
                };
            };
        };
    };
    "/releases/{id}/papers": {
        /** List the papers that can be made of a release */
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
                            papers: {
                                paper: "sbe-annex" | "calpads-flash" | "coded-correspondence";
                                for: string;
                                html: string;
                                md: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/releases/{id}/papers/{paper}": {
        /**
         * Make a paper of a release
         * @description Printable and accessible; every number links to the query that counts it. Worked out anew at each call; writes nothing.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Without it the Accept header decides; HTML where it does not matter */
                    format?: "html" | "md";
                };
                header?: never;
                path: {
                    id: string;
                    paper: "sbe-annex" | "calpads-flash" | "coded-correspondence";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The paper */
                200: {
                    content: {
                        "text/html": string;
                        "text/markdown": string;
                    };
                };
            };
        };
    };
    "/proposals/{id}/publish": {
        /**
         * Publish the proposal as the next release
         * @description Takes CDE's approval of this revision with the impacts it has now, and the agencies' acknowledgement or a reason to go over them.
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
                        /** @description Default: the proposal's */
                        title?: string;
                        reason: string;
                        /** @description Fills in what the planned dates leave open; it cannot change the rest */
                        dates?: components["schemas"]["Date2"];
                        /** @description Why CDE publishes though an agency objects, has not answered, or signed something else. Kept. */
                        over?: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": {
                            release: components["schemas"]["Release"];
                            warnings: {
                                code: "CTE_DATE_SCHOOL_YEAR_OPEN" | "CTE_DATE_REGULATION_BEFORE_ADOPTION" | "CTE_DATE_EFFECTIVE_BEFORE_ADOPTION" | "CTE_DATE_CENSUS_BETWEEN" | "CTE_DATE_YEARS_DIFFER" | "CTE_DATE_BEFORE_PREVIOUS" | "CTE_DATE_UNKNOWN";
                                message: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/proposals/{id}/schedule": {
        /**
         * Publish at a date and time
         * @description When the time has come and what was signed still holds, it is published, once; otherwise it is held and goes back into review, saying why.
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
                        /** @description Default: the proposal's */
                        title?: string;
                        reason: string;
                        /** @description Fills in what the planned dates leave open; it cannot change the rest */
                        dates?: components["schemas"]["Date2"];
                        /** @description Why CDE publishes though an agency objects, has not answered, or signed something else. Kept. */
                        over?: string;
                        at: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Proposal"];
                    };
                };
            };
        };
    };
    "/crosswalks": {
        /** List the crosswalks */
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
                            items: components["schemas"]["Crosswalk"][];
                        };
                    };
                };
            };
        };
        /**
         * Register a crosswalk between two frameworks
         * @description Its ends and its purpose stay as they are: impact travels over an alignment, never over a reference.
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
                        key: string;
                        title: string;
                        from: string;
                        to: string;
                        /**
                         * @default alignment
                         */
                        purpose?: "alignment" | "reference";
                    };
                };
            };
            responses: {
                201: {
                    content: {
                        "application/json": components["schemas"]["Crosswalk"];
                    };
                };
            };
        };
    };
    "/crosswalks/{key}": {
        /** Read a crosswalk */
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
                        "application/json": components["schemas"]["Crosswalk"];
                    };
                };
            };
        };
    };
    "/crosswalks/{key}/relations": {
        /** List the relations of a crosswalk */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    state?: components["schemas"]["State"];
                    relation?: components["schemas"]["Relation"];
                    /** @description Natural key or id of either end */
                    item?: string;
                };
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
                        "application/json": {
                            items: components["schemas"]["Relation2"][];
                            next: string | null;
                        };
                    };
                };
            };
        };
        /**
         * Draft a relation
         * @description Pinned to the newest releases of both frameworks. A draft counts for review at most.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Natural key or id */
                        from: string;
                        /** @description Natural key or id; null with the relation none */
                        to: string | null;
                        /**
                         * @description With none alone: which end of the crosswalk the item of `from` belongs to
                         * @default from
                         */
                        end?: "from" | "to";
                        relation: components["schemas"]["Relation"];
                        /** @default null */
                        note?: string | null;
                        /** @default null */
                        originalWord?: string | null;
                        /**
                         * @description A group: the item maps to all its members together, to none of them alone
                         * @default null
                         */
                        combination?: string | null;
                        /** @default false */
                        approximate?: boolean;
                        /**
                         * @description Taken from .../suggestions
                         * @default false
                         */
                        suggested?: boolean;
                    };
                };
            };
            responses: {
                201: {
                    content: {
                        "application/json": components["schemas"]["Relation2"];
                    };
                };
            };
        };
    };
    "/crosswalks/{key}/relations/{id}": {
        /** Read a relation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Relation2"];
                    };
                };
            };
        };
        /** Revise a relation: it is a draft again */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    key: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        relation?: components["schemas"]["Relation"];
                        note?: string | null;
                        /** @description A group: the item maps to all its members together, to none of them alone */
                        combination?: string | null;
                        approximate?: boolean;
                        reason: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Relation2"];
                    };
                };
            };
        };
    };
    "/crosswalks/{key}/relations/{id}/history": {
        /** What was done to a relation: who, when, why */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path: {
                    key: string;
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
                                act: "drafted" | "revised" | "reviewed" | "accepted" | "rejected" | "suspected" | "removed";
                                by: components["schemas"]["Actor"];
                                at: string;
                                reason: string;
                                after: {
                                    relation: components["schemas"]["Relation"];
                                    state: components["schemas"]["State"];
                                    pinned: components["schemas"]["Pinned"];
                                    fingerprints?: components["schemas"]["Fingerprint2"];
                                    combination?: string | null;
                                    approximate?: boolean;
                                    provenance: components["schemas"]["Provenance"];
                                    suspicion?: {
                                        release: string;
                                        ends: ("from" | "to")[];
                                        changes: {
                                            change: string;
                                            item: string;
                                            class: string;
                                            aspect: string;
                                        }[];
                                    } | null;
                                };
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/crosswalks/{key}/relations/{id}/removal": {
        /** Take a relation out; it stays readable */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    key: string;
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
                        "application/json": components["schemas"]["Relation2"];
                    };
                };
            };
        };
    };
    "/crosswalks/{key}/relations/{id}/review": {
        /**
         * Say that somebody else than the author has looked
         * @description Pins the relation anew to the newest releases of both ends. Any of the three agencies may.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    key: string;
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
                        "application/json": components["schemas"]["Relation2"];
                    };
                };
            };
        };
    };
    "/crosswalks/{key}/relations/{id}/decision": {
        /**
         * Accept or reject a relation
         * @description A reviewed relation is accepted; any may be rejected. Never by who wrote it. It counts from the next release on.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    key: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        decision: "accept" | "reject";
                        reason: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Relation2"];
                    };
                };
            };
        };
    };
    "/crosswalks/{key}/translate": {
        /**
         * Translate an item over a crosswalk, forward or back
         * @description By the relations of the item alone; `within=tree` takes those of what is below (or above) it too.
         */
        get: {
            parameters: {
                query: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description Natural key or id; a retired item translates too */
                    item: string;
                    /** @description Release in which to find the item; default the newest */
                    release?: number;
                    direction?: "forward" | "back";
                    within?: "item" | "tree";
                };
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
                        "application/json": components["schemas"]["Item5"];
                    };
                };
            };
        };
    };
    "/translate": {
        /**
         * Translate an item over a chain of crosswalks
         * @description Name the crosswalks (via), or where to go (to): then the shortest chain of at most 4 is taken.
         */
        get: {
            parameters: {
                query: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    framework: string;
                    /** @description Natural key or id; a retired item translates too */
                    item: string;
                    /** @description Release in which to find the item; default the newest */
                    release?: number;
                    via?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Item5"];
                    };
                };
            };
        };
    };
    "/crosswalks/{key}/coverage": {
        /** What a crosswalk covers, in numbers */
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
                        "application/json": {
                            crosswalk: string;
                            ends: {
                                from: components["schemas"]["From"];
                                to: components["schemas"]["From"];
                            };
                            relations: {
                                total: number;
                                byState: {
                                    [key: string]: number;
                                };
                                combination: number;
                                approximate: number;
                                stale: number;
                            };
                        };
                    };
                };
            };
        };
    };
    "/crosswalks/{key}/coverage/items": {
        /** Item by item: mapped, none or unmapped */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    end?: "from" | "to";
                    answer?: "mapped" | "none" | "unmapped";
                    cardinality?: components["schemas"]["Cardinality"];
                    surest?: components["schemas"]["State"];
                };
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
                        "application/json": {
                            items: {
                                item: components["schemas"]["Item"];
                                answer: "mapped" | "none" | "unmapped";
                                cardinality: components["schemas"]["Cardinality"] | null;
                                counterparts: number;
                                surest: components["schemas"]["State"] | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/crosswalks/{key}/coverage/stale": {
        /** Relations of which an end has changed since it was read */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
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
                        "application/json": {
                            items: {
                                relation: string;
                                state: components["schemas"]["State"];
                                from: components["schemas"]["Item"];
                                to: components["schemas"]["Item"] | null;
                                end: "from" | "to";
                                /** @description As it is now */
                                item: components["schemas"]["Item"];
                                pinned: string;
                                head: string;
                                /** @description What changed at this end since */
                                changes: {
                                    /** @description release:item id:aspect, the same in preview and publish */
                                    id: string;
                                    release: string;
                                    class: components["schemas"]["Class"];
                                    aspect: components["schemas"]["Aspect"];
                                    /** @description Id of the rule that chose the class, e.g. wording/list-member-removed */
                                    rule: string;
                                }[];
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/crosswalks/{key}/suggestions": {
        /**
         * Items of the other framework that read like this one
         * @description Ranked by their words. Nothing is written; POST .../relations with `suggested` makes a draft of one.
         */
        get: {
            parameters: {
                query: {
                    /** @description Natural key or id */
                    item: string;
                    direction?: "forward" | "back";
                    /** @description Of the candidates; default: what the crosswalk maps there */
                    kind?: components["schemas"]["Kind"];
                    limit?: number;
                };
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
                        "application/json": {
                            item: components["schemas"]["Item"];
                            items: {
                                item: components["schemas"]["Item"];
                                /** @description Higher is more alike; comparable within this answer alone */
                                score: number;
                                words: {
                                    word: string;
                                    fields: string[];
                                }[];
                                /** @description What is said of the two already */
                                relation: {
                                    id: string;
                                    state: components["schemas"]["State"];
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/imports/framework": {
        /** Send a framework file */
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
            /** @description A framework file (infra/seed has examples) */
            requestBody: {
                content: {
                    "application/json": {
                        format: "cte-align/framework@1";
                        sources: {
                            [key: string]: string;
                        };
                        framework: {
                            key: string;
                            title: string;
                            owner: "CDE" | "CTC" | "CALPADS";
                            description: string | null;
                            source: string;
                            verified: boolean;
                            /** @default null */
                            note?: string | null;
                        };
                        /** @description Proposed title and dates of the release that the import leads to */
                        release: {
                            title: string;
                            dates: {
                                /** @description Adoption by the State Board of Education */
                                adoption: string | null;
                                /** @description In force for readers who name no consumer */
                                effective: string | null;
                                calpadsSchoolYear?: string | null;
                                regulation?: string | null;
                                perkinsYear?: string | null;
                                collegeProgram?: string | null;
                            };
                        };
                        items: {
                            /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                            key: string;
                            kind: components["schemas"]["Kind"];
                            /** @description Human code as published (B5.3, 10.2, EEU). Unique among the active items of one top-level item. */
                            code: string;
                            parent: string | null;
                            title: string;
                            /** @default null */
                            text?: string | null;
                            /** @default null */
                            scopeNote?: string | null;
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
                            /** @description Null on a dry run, or where nothing differs */
                            proposal: components["schemas"]["Proposal"] | null;
                            operations: number;
                            added: number;
                            changed: number;
                            unchanged: number;
                            /** @description In the framework, not in the file: reported, never retired */
                            notListed: string[];
                        };
                    };
                };
            };
        };
    };
    "/imports/statements": {
        /**
         * Send statements as CSV
         * @description Standard statements as CSV: parent,kind,code,title,text. Becomes a proposal; retires nothing.
         */
        post: {
            parameters: {
                query: {
                    /** @description Report what would happen; write nothing */
                    dryRun?: "true" | "false";
                    framework: string;
                    /** @description Where the statements were read */
                    source: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description CSV, UTF-8 */
            requestBody: {
                content: {
                    "text/csv": string;
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": {
                            /** @description Null on a dry run, or where nothing differs */
                            proposal: components["schemas"]["Proposal"] | null;
                            operations: number;
                            added: number;
                            changed: number;
                            unchanged: number;
                            /** @description In the framework, not in the file: reported, never retired */
                            notListed: string[];
                            /** @description Codes that were not as printed */
                            tidied: {
                                row: number;
                                from: string;
                                to: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/imports/crosswalk": {
        /** Send a crosswalk file */
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
            /** @description A crosswalk file (infra/seed has an example) */
            requestBody: {
                content: {
                    "application/json": {
                        format: "cte-align/crosswalk@1";
                        sources: {
                            [key: string]: string;
                        };
                        crosswalk: {
                            key: string;
                            title: string;
                            from: string;
                            to: string;
                            /**
                             * @description alignment where it is not said
                             */
                            purpose?: "alignment" | "reference";
                        };
                        relations: {
                            from: string;
                            to: string | null;
                            relation: components["schemas"]["Relation"];
                            state: "draft";
                            originalWord: string | null;
                            combination?: string | null;
                            approximate?: boolean;
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
                            added: number;
                            unchanged: number;
                            notListed: string[];
                        };
                    };
                };
            };
        };
    };
    "/dates/check": {
        /**
         * Try the dates of a release: what warns, and from when it would be in force for whom
         * @description Writes nothing.
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
                        dates: components["schemas"]["Date2"];
                        /** @description Compares them with those of its newest release */
                        framework?: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": {
                            today: string;
                            warnings: {
                                code: "CTE_DATE_SCHOOL_YEAR_OPEN" | "CTE_DATE_REGULATION_BEFORE_ADOPTION" | "CTE_DATE_EFFECTIVE_BEFORE_ADOPTION" | "CTE_DATE_CENSUS_BETWEEN" | "CTE_DATE_YEARS_DIFFER" | "CTE_DATE_BEFORE_PREVIOUS" | "CTE_DATE_UNKNOWN";
                                message: string;
                            }[];
                            inForceFrom: {
                                consumer: components["schemas"]["Consumer"];
                                day: string | "unknown";
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/adoption-phases": {
        /** List the adoption phases as they stand on a day */
        get: {
            parameters: {
                query?: {
                    /** @description A California day; default today */
                    asOf?: string;
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
                            items: components["schemas"]["AdoptionPhase"][];
                        };
                    };
                };
            };
        };
    };
    "/adoption-phases/{id}": {
        /** Read an adoption phase as it stands on a day */
        get: {
            parameters: {
                query?: {
                    /** @description A California day; default today */
                    asOf?: string;
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
                        "application/json": components["schemas"]["AdoptionPhase"];
                    };
                };
            };
        };
    };
    "/adoption-phases/{id}/vote": {
        /**
         * Record a vote of the State Board
         * @description Adds to what is recorded; nothing is ever changed. It dates no release: publishing does.
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
                        /** @description Day of the vote, not after today */
                        day: string;
                        /**
                         * @description adopted as it was, adopted with amendments (amended), or put off (deferred)
                         */
                        outcome: "adopted" | "deferred" | "amended";
                        /** @description Where it was read: agenda item, minutes */
                        source: string;
                        reason: string;
                        /**
                         * @description Number of a wrong record it replaces
                         * @default null
                         */
                        corrects?: number | null;
                    };
                };
            };
            responses: {
                201: {
                    content: {
                        "application/json": components["schemas"]["AdoptionPhase"];
                    };
                };
            };
        };
    };
    "/imports/adoption-phases": {
        /**
         * Send the announced adoption phases
         * @description Taken whole or refused whole; the same file again changes nothing. No file touches votes.
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
            /** @description A file of adoption phases (infra/seed has an example) */
            requestBody: {
                content: {
                    "application/json": {
                        format: "cte-align/adoption-phases@1";
                        sources: {
                            [key: string]: string;
                        };
                        phases: {
                            key: string;
                            name: string;
                            plannedMonth: string | null;
                            subjectToChange: boolean;
                            items: {
                                framework: string;
                                /** @description A top-level item; null for what no framework holds */
                                item: string | null;
                                /** @description As the announcement names it */
                                printedName: string | null;
                                source: string;
                                verified: boolean;
                                /** @default null */
                                note?: string | null;
                            }[];
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
                            added: number;
                            changed: number;
                            unchanged: number;
                            /** @description Here but not in the file: reported, never removed */
                            notListed: string[];
                            /** @description Edited here since the last import, where the file says nothing new: kept */
                            kept: string[];
                        };
                    };
                };
            };
        };
    };
    "/in-force": {
        /** What is in force on a day, for a consumer, in every framework; unknown where nobody knows */
        get: {
            parameters: {
                query?: {
                    /** @description A California day; default today */
                    asOf?: string;
                    /** @description For whom; without it by the general day of each release */
                    consumer?: components["schemas"]["Consumer"];
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
                            asOf: string;
                            consumer: components["schemas"]["Consumer"] | null;
                            /** @description By which date */
                            clock: string;
                            frameworks: {
                                framework: string;
                                title: string;
                                answer: "release" | "unknown" | "none";
                                /** @description Null unless the answer is release */
                                release: string | null;
                                since: string | null;
                                because: string;
                                /** @description Releases whose missing date could change the answer */
                                uncertain: string[];
                                lastCertain: {
                                    release: string;
                                    since: string;
                                } | null;
                                /** @description Whose top-level items follow */
                                itemsOf: string | null;
                                items: {
                                    id: string;
                                    /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                                    key: string;
                                    kind: components["schemas"]["Kind"];
                                    title: string;
                                    standing: "in-force" | "not-in-force" | "planned" | "adopted" | "deferred" | "unknown";
                                    since: string | null;
                                    phase: string | null;
                                    /** @description The announcement's name for it */
                                    printedName: string | null;
                                    plannedMonth: string | null;
                                    because: string;
                                }[];
                            }[];
                            phases: components["schemas"]["AdoptionPhase"][];
                        };
                    };
                };
            };
        };
    };
    "/imports/scheme": {
        /**
         * Send a list of CIP, SOC or TOP codes as published
         * @description Each code becomes an item at the top of a framework, by way of a proposal; retires nothing.
         */
        post: {
            parameters: {
                query: {
                    /** @description Report what would happen; write nothing */
                    dryRun?: "true" | "false";
                    /** @description Where the file comes from, in words */
                    source: string;
                    /** @description Somebody has read the facts in the publisher’s own file */
                    verified?: "true" | "false";
                    /** @description Default: the first that has the columns */
                    sheet?: string;
                    scheme: "cip" | "soc" | "top";
                    framework: string;
                    /** @description Title of the framework, where it is new */
                    title: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description The file as published: CSV (UTF-8) or xlsx */
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
                            /** @description Null on a dry run, or where nothing differs */
                            proposal: components["schemas"]["Proposal"] | null;
                            operations: number;
                            added: number;
                            changed: number;
                            unchanged: number;
                            /** @description In the framework, not in the file: reported, never retired */
                            notListed: string[];
                            sheet: string | null;
                            headings: number;
                            repeated: number;
                            /** @description Given up by the edition, or the code for no match */
                            passedOver: string[];
                            tidied: {
                                /** @description Row as in the file (its first is 1) and column */
                                at: string;
                                from: string;
                                to: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/imports/pairs": {
        /**
         * Send a crosswalk table as published (Advance CTE, NCES, TOP)
         * @description Each row becomes a draft relation; the codes for no match become an explicit none. Removes nothing.
         */
        post: {
            parameters: {
                query: {
                    /** @description Report what would happen; write nothing */
                    dryRun?: "true" | "false";
                    /** @description Where the file comes from, in words */
                    source: string;
                    /** @description Somebody has read the facts in the publisher’s own file */
                    verified?: "true" | "false";
                    /** @description Default: the first that has the columns */
                    sheet?: string;
                    layout: "cluster-cip" | "cluster-soc" | "cip-soc" | "top-cip";
                    crosswalk: string;
                    /** @description Title of the crosswalk, where it is new */
                    title: string;
                    /** @description Framework of the first scheme of the layout */
                    from: string;
                    to: string;
                    /** @description Of a new crosswalk; default reference */
                    purpose?: "alignment" | "reference";
                    /** @description Leave out and report rows that name an item we do not have */
                    leaveOutUnknown?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description The file as published: CSV (UTF-8) or xlsx */
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
                            added: number;
                            unchanged: number;
                            notListed: string[];
                            sheet: string | null;
                            headings: number;
                            repeated: number;
                            none: number;
                            tidied: {
                                /** @description Row as in the file (its first is 1) and column */
                                at: string;
                                from: string;
                                to: string;
                            }[];
                            leftOut: {
                                /** @description Row as in the file (its first is 1) and column */
                                at: string;
                                message: string;
                            }[];
                            leftOutCount: number;
                        };
                    };
                };
            };
        };
    };
    "/sessions": {
        /** Sessions known by place and day, to choose from */
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
                            source: string;
                            items: components["schemas"]["Session"][];
                        };
                    };
                };
            };
        };
    };
    "/proposals/{id}/comments": {
        /** List comments, in the order of arrival */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description flat: each comment by itself. thread: beginnings, to which the filters apply, with their replies */
                    view?: "flat" | "thread";
                    /** @description Id of the comment that began the thread */
                    thread?: string;
                    on?: "proposal" | "item" | "operation";
                    /** @description Natural key or id */
                    item?: string;
                    /** @description Index, from 0, as they are now */
                    operation?: number;
                    session?: components["schemas"]["Kind3"];
                    region?: string;
                    role?: components["schemas"]["Role"];
                    disposition?: "accepted" | "partly" | "declined" | "out-of-scope" | "none";
                    unanswered?: "true" | "false";
                    /** @description In the text, whatever the case */
                    q?: string;
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
                            items: ({
                                id: string;
                                proposal: string;
                                number: number;
                                /** @description The comment that began the thread */
                                thread: string;
                                replyTo: string | null;
                                depth: number;
                                about: components["schemas"]["About"];
                                text: string;
                                session: components["schemas"]["Session"];
                                region: string | null;
                                role: components["schemas"]["Role"];
                                /** @description How many people said it */
                                count: number;
                                ref: string | null;
                                recordedBy: components["schemas"]["Actor"];
                                recordedAt: string;
                                /** @description Also the ETag */
                                version: number;
                                unanswered: boolean;
                                disposition: components["schemas"]["Disposition2"] | null;
                                withdrawn: {
                                    by: components["schemas"]["Actor"];
                                    at: string;
                                    reason: string;
                                } | null;
                                redactions: {
                                    by: components["schemas"]["Actor"];
                                    at: string;
                                    reason: string;
                                    what: ("text" | "session" | "region")[];
                                }[];
                                /** @description In reading order, the first hundred; `depth` says how deep */
                                replies: components["schemas"]["Comment"][];
                                replyCount: number;
                            } | components["schemas"]["Comment"])[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        /** Record a comment on a proposal, an item or an operation */
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
                        /** @description What was said. No names, addresses or numbers of persons */
                        text: string;
                        /** @description Default: what the comment replied to is about, else the proposal */
                        about?: {
                            on: "proposal";
                        } | {
                            on: "item";
                            /** @description Id or natural key, of the proposed tree or of the base */
                            item: string;
                        } | {
                            on: "operation";
                            /** @description Index among the operations, from 0 */
                            operation: number;
                        };
                        /**
                         * @description Id of a comment of the same proposal
                         * @default null
                         */
                        replyTo?: string | null;
                        session: {
                            kind: components["schemas"]["Kind3"];
                            /** @default null */
                            name?: string | null;
                            /** @default null */
                            day?: string | null;
                            /** @default null */
                            place?: string | null;
                        };
                        /**
                         * @description In words; nobody publishes a list
                         * @default null
                         */
                        region?: string | null;
                        commenterRole: components["schemas"]["Role"];
                        /**
                         * @description How many people said it in the session
                         * @default 1
                         */
                        count?: number;
                    };
                };
            };
            responses: {
                201: {
                    content: {
                        "application/json": components["schemas"]["Comment"];
                    };
                };
            };
        };
    };
    "/proposals/{id}/comments/summary": {
        /** Count the comments, and what is unanswered */
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
                            total: number;
                            threads: number;
                            replies: number;
                            withdrawn: number;
                            redacted: number;
                            /** @description How many said it, as the recorders counted them */
                            people: number;
                            unanswered: number;
                            /** @description Of threads; lapsed: an operation it led to changed or went since */
                            byDisposition: {
                                accepted: number;
                                partly: number;
                                declined: number;
                                "out-of-scope": number;
                                none: number;
                                lapsed: number;
                            };
                            bySession: {
                                name: string;
                                comments: number;
                                people: number;
                            }[];
                            byRegion: {
                                name: string | null;
                                comments: number;
                                people: number;
                            }[];
                            byRole: {
                                name: string;
                                comments: number;
                                people: number;
                            }[];
                            byTarget: {
                                name: string;
                                comments: number;
                                people: number;
                            }[];
                            byItem: {
                                item: {
                                    id: string;
                                    /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                                    key: string;
                                    title: string;
                                };
                                comments: number;
                                people: number;
                            }[];
                            byOperation: {
                                words: string;
                                standing: {
                                    state: "stands" | "changed" | "gone";
                                    index: number | null;
                                };
                                comments: number;
                                people: number;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/proposals/{id}/comments/{comment}": {
        /** Read a comment with every disposition it was given */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    comment: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            id: string;
                            proposal: string;
                            number: number;
                            /** @description The comment that began the thread */
                            thread: string;
                            replyTo: string | null;
                            depth: number;
                            about: components["schemas"]["About"];
                            text: string;
                            session: components["schemas"]["Session"];
                            region: string | null;
                            role: components["schemas"]["Role"];
                            /** @description How many people said it */
                            count: number;
                            ref: string | null;
                            recordedBy: components["schemas"]["Actor"];
                            recordedAt: string;
                            /** @description Also the ETag */
                            version: number;
                            unanswered: boolean;
                            disposition: components["schemas"]["Disposition2"] | null;
                            withdrawn: {
                                by: components["schemas"]["Actor"];
                                at: string;
                                reason: string;
                            } | null;
                            redactions: {
                                by: components["schemas"]["Actor"];
                                at: string;
                                reason: string;
                                what: ("text" | "session" | "region")[];
                            }[];
                            /** @description Every disposition it was given, the first one first */
                            history: components["schemas"]["Disposition2"][];
                        };
                    };
                };
            };
        };
    };
    "/comments/unanswered": {
        /** Proposals under way whose comments wait for an answer, most first */
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
                                proposal: string;
                                title: string;
                                framework: string;
                                state: components["schemas"]["State2"];
                                unanswered: number;
                            }[];
                            comments: number;
                        };
                    };
                };
            };
        };
    };
    "/proposals/{id}/comments/{comment}/disposition": {
        /**
         * Answer a comment, and so its thread
         * @description A new disposition takes the place of the one before, which is kept.
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
                    comment: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        disposition: components["schemas"]["Disposition"];
                        reason: string;
                        /**
                         * @description Indices, from 0, of the operations it led to; needed for accepted and partly
                         * @default []
                         */
                        operations?: number[];
                        /**
                         * @description Why it led to none, where it was accepted
                         * @default null
                         */
                        noOperation?: string | null;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Comment"];
                    };
                };
            };
        };
    };
    "/proposals/{id}/comments/{comment}/withdraw": {
        /** Withdraw a comment that one recorded; it stays, marked */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                    comment: string;
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
                        "application/json": components["schemas"]["Comment"];
                    };
                };
            };
        };
    };
    "/proposals/{id}/comments/{comment}/redact": {
        /**
         * Take out what names somebody
         * @description The words are replaced by "removed" and are kept nowhere; who did it, when and why is.
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
                    comment: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        /**
                         * @default [
                         *       "text"
                         *     ]
                         */
                        what?: ("text" | "session" | "region")[];
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Comment"];
                    };
                };
            };
        };
    };
    "/proposals/{id}/comments/import": {
        /**
         * Record comments from CSV
         * @description Columns, of which on, text, session and role are needed: ref,replyTo,on,item,operation,text,session,sessionName,day,place,region,role,count. At most 5000 rows.
         */
        post: {
            parameters: {
                query?: {
                    /** @description Report what would happen; write nothing */
                    dryRun?: "true" | "false";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            /** @description CSV, UTF-8 */
            requestBody: {
                content: {
                    "text/csv": string;
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": {
                            dryRun: boolean;
                            added: number;
                            /** @description Rows that an earlier import brought */
                            unchanged: number;
                        };
                    };
                };
            };
        };
    };
    "/proposals/{id}/docket": {
        /**
         * The docket: every comment with its answer, unanswered first
         * @description As a document to print (HTML) or as CSV: by `format`, else by the Accept header, else HTML.
         */
        get: {
            parameters: {
                query?: {
                    format?: "csv" | "html";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The docket */
                200: {
                    content: {
                        "text/html": string;
                        "text/csv": string;
                    };
                };
            };
        };
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        About: {
            on: "proposal";
        } | {
            on: "item";
            item: components["schemas"]["Item"];
            tree: "base" | "proposed";
        } | {
            on: "operation";
            operation: components["schemas"]["Operation8"];
        };
        Actor: {
            /** @description A staff member or program, never a teacher or pupil. */
            id: string;
            agency: "CDE" | "CTC" | "CALPADS";
            role: "viewer" | "commenter" | "editor" | "approver" | "publisher" | "administrator";
        };
        AdoptionPhase: {
            id: string;
            name: string;
            plannedMonth: string | null;
            subjectToChange: boolean;
            items: {
                framework: string;
                /** @description Null for what no framework holds */
                item: string | null;
                itemId: string | null;
                printedName: string | null;
                provenance: components["schemas"]["Provenance"];
            }[];
            provenance: components["schemas"]["Provenance"];
            asOf: string;
            standing: "planned" | "adopted" | "deferred" | "unknown";
            vote: ("adopted" | "deferred" | "amended") | "unknown";
            since: string | null;
            because: string;
            /** @description Everything that was ever recorded, oldest first */
            votes: {
                number: number;
                day: string;
                /**
                 * @description adopted as it was, adopted with amendments (amended), or put off (deferred)
                 */
                outcome: "adopted" | "deferred" | "amended";
                source: string;
                reason: string;
                corrects: number | null;
                by: components["schemas"]["Actor"];
                at: string;
            }[];
            /** @description Also the ETag */
            version: number;
        };
        Aspect: "existence" | "code" | "title" | "place" | "wording";
        BySeverity: {
            breaking: number;
            review: number;
            notice: number;
        };
        Cardinality: "one-to-one" | "one-to-many" | "many-to-one" | "many-to-many";
        Change: {
            /** @description release:item id:aspect, the same in preview and publish */
            id: string;
            release: string;
            /** @description As the new release names it (a retired item as its last release did). */
            item: components["schemas"]["Item"];
            aspect: components["schemas"]["Aspect"];
            class: components["schemas"]["Class"];
            /** @description Id of the rule that chose the class, e.g. wording/list-member-removed */
            rule: string;
            override: {
                ruleClass: components["schemas"]["Class"];
                reason: string;
                by: string;
            } | null;
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
            added: {
                id: string;
                kind: components["schemas"]["Kind"];
                /** @description Human code as published (B5.3, 10.2, EEU). Unique among the active items of one top-level item. */
                code: string;
                title: string;
                text: string | null;
                scopeNote: string | null;
                parent: string | null;
                position: number;
                status: "active" | "retired";
                retirement: {
                    manner: "retired" | "merged" | "split";
                    successors: components["schemas"]["Item"][] | ("none" | "unknown");
                    within: string | null;
                } | null;
                provenance: components["schemas"]["Provenance"];
            } | null;
            within: string | null;
            successors: (components["schemas"]["Item"][] | ("none" | "unknown")) | null;
            assignments: {
                dependent: components["schemas"]["Dependent"];
                successor: string;
            }[];
            lineage: components["schemas"]["Item"][] | null;
            fingerprints: components["schemas"]["Fingerprint"];
        };
        Class: "editorial" | "label" | "recode" | "scope-narrowed" | "scope-broadened" | "substantive" | "moved" | "merged" | "split" | "retired" | "added";
        Comment: {
            id: string;
            proposal: string;
            number: number;
            /** @description The comment that began the thread */
            thread: string;
            replyTo: string | null;
            depth: number;
            about: components["schemas"]["About"];
            text: string;
            session: components["schemas"]["Session"];
            region: string | null;
            role: components["schemas"]["Role"];
            /** @description How many people said it */
            count: number;
            ref: string | null;
            recordedBy: components["schemas"]["Actor"];
            recordedAt: string;
            /** @description Also the ETag */
            version: number;
            unanswered: boolean;
            disposition: components["schemas"]["Disposition2"] | null;
            withdrawn: {
                by: components["schemas"]["Actor"];
                at: string;
                reason: string;
            } | null;
            redactions: {
                by: components["schemas"]["Actor"];
                at: string;
                reason: string;
                what: ("text" | "session" | "region")[];
            }[];
        };
        Consumer: "sbe" | "calpads" | "ctc" | "perkins" | "college";
        Count: {
            permitted: number;
            refused: number;
            unknown: number;
            kept: number;
        };
        Crosswalk: {
            key: string;
            title: string;
            from: string;
            to: string;
            /**
             * @description Impact travels over an alignment, never over a reference
             */
            purpose: "alignment" | "reference";
            byState: {
                [key: string]: number;
            };
        };
        Ctc: {
            /** @description A page of those that match */
            impacts: {
                dependent: components["schemas"]["Dependent2"];
                severity: "notice" | "review" | "breaking";
                classes: components["schemas"]["Class"][];
                causes: {
                    /** @description fingerprint of change id, dependent and order */
                    id: string;
                    change: {
                        /** @description release:item id:aspect, the same in preview and publish */
                        id: string;
                        class: components["schemas"]["Class"];
                        /** @description Id of the rule that chose the class, e.g. wording/list-member-removed */
                        rule: string;
                        /** @description As the new release names it (a retired item as its last release did). */
                        item: components["schemas"]["Item"];
                        aspect: components["schemas"]["Aspect"];
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
                            relation: components["schemas"]["Relation"];
                            state: components["schemas"]["State"];
                        } | {
                            edge: "link";
                            link: string;
                            dependent: components["schemas"]["Dependent"];
                            basis: string;
                        } | {
                            edge: "rule";
                            rule: string;
                            dependent: components["schemas"]["Dependent"];
                            basis: string;
                        })[];
                        severity: "notice" | "review" | "breaking";
                        doubts: ("unverified-relation" | "unverified-link" | "inferred-twin" | "unverified-rule")[];
                    }[];
                    assignment: (components["schemas"]["Item"] | "undecided") | null;
                    fingerprint: string;
                }[];
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
            }[];
            /** @description Of all, whatever was asked for */
            count: number;
            matching: number;
            bySeverity: components["schemas"]["BySeverity"];
            byClass: {
                [key: string]: number;
            };
            /** @description How many of them are authorizations, course codes, legal references */
            byKind: {
                [key: string]: number;
            };
            manualReview: components["schemas"]["Dependent2"][];
            positions: {
                [key: string]: number;
            };
            links: {
                [key: string]: number;
            };
        };
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
        Date2: {
            /**
             * @description Adoption by the State Board of Education
             * @default null
             */
            adoption?: string | null;
            /**
             * @description In force for readers who name no consumer
             * @default null
             */
            effective?: string | null;
            /**
             * @description First school year of CALPADS that uses it
             * @default null
             */
            calpadsSchoolYear?: string | null;
            /**
             * @description Effective day of the regulation of CTC (Title 5)
             * @default null
             */
            regulation?: string | null;
            /**
             * @description First Perkins program year that reports by it, 1 July to 30 June
             * @default null
             */
            perkinsYear?: string | null;
            /**
             * @description Day from which college programs (TOP to CIP) go by it
             * @default null
             */
            collegeProgram?: string | null;
        };
        DeliveryModel: "work-based" | "competency-based" | "online" | "apprenticeship" | "adult-education";
        Dependent: {
            kind: "authorization" | "course-code" | "legal-reference";
            key: string;
        };
        Dependent2: {
            kind: "authorization" | "course-code" | "legal-reference";
            key: string;
            title: string;
            level: ("exploratory" | "introductory" | "concentrator" | "capstone") | null;
        };
        Disposition: "accepted" | "partly" | "declined" | "out-of-scope";
        Disposition2: {
            disposition: components["schemas"]["Disposition"];
            reason: string;
            operations: components["schemas"]["Operation8"][];
            noOperation: string | null;
            by: components["schemas"]["Actor"];
            at: string;
        };
        Fingerprint: {
            before: string | null;
            after: string | null;
        };
        Fingerprint2: {
            from: string;
            to: string | null;
        };
        Framework: {
            key: string;
            title: string;
            owner: "CDE" | "CTC" | "CALPADS";
            description: string | null;
            provenance: components["schemas"]["Provenance"];
            /** @description Newest release */
            head: string | null;
            inForce: {
                asOf: string;
                answer: "release" | "unknown" | "none";
                release: string | null;
                since: string | null;
                because: string;
                /** @description How many top-level items stand how: in-force, planned, adopted, unknown ... */
                standings: {
                    [key: string]: number;
                };
            };
        };
        From: {
            framework: string;
            release: string | null;
            /** @description The kinds that the crosswalk maps at this end */
            kinds: components["schemas"]["Kind"][];
            items: number;
            /** @description mapped, none (somebody said so), unmapped (nobody said anything) */
            answers: {
                [key: string]: number;
            };
            /** @description Of the mapped ones, read from the `from` end to the `to` end */
            cardinality: {
                [key: string]: number;
            };
            /** @description Of the mapped ones and the nones: the state of the surest relation */
            surest: {
                [key: string]: number;
            };
        };
        Item: {
            framework: string;
            id: string;
            /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
            key: string;
            kind: components["schemas"]["Kind"];
            title: string;
        };
        Item2: {
            kind: components["schemas"]["Kind"];
            /** @description Human code as published (B5.3, 10.2, EEU). Unique among the active items of one top-level item. */
            code: string;
            title: string;
            /** @default null */
            text: string | null;
            /** @default null */
            scopeNote: string | null;
            position?: number;
            provenance?: components["schemas"]["Provenance"];
        };
        Item3: {
            kind: components["schemas"]["Kind"];
            /** @description Human code as published (B5.3, 10.2, EEU). Unique among the active items of one top-level item. */
            code: string;
            title: string;
            /** @default null */
            text?: string | null;
            /** @default null */
            scopeNote?: string | null;
            position?: number;
            provenance?: components["schemas"]["Provenance"];
        };
        Item4: {
            framework: string;
            id: string;
            /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
            key: string;
            kind: components["schemas"]["Kind"];
            title: string;
            release: string;
            status: "active" | "retired";
            /** @description Of a retired item: what takes over */
            successors: (components["schemas"]["Item"][] | ("none" | "unknown")) | null;
        };
        Item5: {
            item: components["schemas"]["Item4"];
            answer: "mapped" | "none" | "unmapped";
            /** @description The answer in words */
            says: string;
            chain: {
                crosswalk: string;
                from: string;
                to: string;
            }[];
            targets: {
                item: components["schemas"]["Item4"];
                /** @description Of the whole way: related where the steps together are not clear */
                relation: components["schemas"]["Relation"];
                /** @description The least sure on the way */
                state: components["schemas"]["State"];
                /** @description Not all of the way is accepted */
                unverified: boolean;
                approximate: boolean;
                /** @description How many ways lead there; the surest is shown */
                ways: number;
                path: {
                    edge: "across" | "down" | "up";
                    /** @description Where the step leads */
                    item: components["schemas"]["Item"];
                    /** @description Read in the direction of travel */
                    relation: components["schemas"]["Relation"];
                    /** @description The relation, as it stands in its crosswalk; null within a framework */
                    across: {
                        pinned: components["schemas"]["Pinned"];
                        originalWord: string | null;
                        combination?: string | null;
                        approximate?: boolean;
                        crosswalk: string;
                        id: string;
                        state: components["schemas"]["State"];
                        provenance: components["schemas"]["Provenance"];
                    } | null;
                }[];
            }[];
            total: number;
            /** @description Where the way does not go on (the first hundred) */
            ends: {
                item: components["schemas"]["Item"];
                crosswalk: string;
                answer: "none" | "unmapped";
            }[];
            next: string | null;
        };
        Kind: "sector" | "pathway" | "cluster" | "sub-cluster" | "anchor" | "standard" | "indicator" | "practice" | "program" | "occupation";
        Kind2: "sbe-agenda-item" | "state-plan-area" | "master-plan" | "perkins-v" | "initiative";
        Kind3: "town-hall" | "convening" | "online" | "letter" | "staff";
        OnlyLeft: {
            total: number;
            rows: components["schemas"]["Change"][];
        };
        Operation: {
            op: "revise";
            item: string;
            /** @description New wording of a statement (a container is retitled instead). */
            title?: string;
            text?: string | null;
            scopeNote?: string | null;
            override?: components["schemas"]["Override"];
        };
        Operation2: {
            op: "recode";
            item: string;
            /** @description Human code as published (B5.3, 10.2, EEU). Unique among the active items of one top-level item. */
            code: string;
            override?: components["schemas"]["Override"];
        };
        Operation3: {
            op: "retitle";
            item: string;
            title: string;
            override?: components["schemas"]["Override"];
        };
        Operation4: {
            op: "move";
            item: string;
            parent: (string) | null;
            position?: number;
            override?: components["schemas"]["Override"];
        };
        Operation5: {
            op: "retire";
            item: string;
            /** @description Items that take over (of this or another framework), or an explicit none or unknown. */
            successors: components["schemas"]["Successor"][] | ("none" | "unknown");
            override?: components["schemas"]["Override"];
        };
        Operation6: {
            op: "restore";
            item: string;
            override?: components["schemas"]["Override"];
        };
        Operation7: {
            op: "unmap";
            relation: string;
            reason: string;
        };
        Operation8: {
            op: string;
            /** @description What it did when somebody pointed at it */
            words: string;
            /** @description Natural key of the item it works on */
            item: string | null;
            fingerprint: string;
            /** @description Its index then */
            at: number;
            now: {
                /**
                 * @description Against the operations as they are now: word for word there, another on the same item, or gone
                 */
                state: "stands" | "changed" | "gone";
                /** @description Where it, or what took its place, is now */
                index: number | null;
            };
        };
        Override: {
            class: components["schemas"]["Class"];
            reason: string;
        };
        Pinned: {
            from: string;
            to: string | null;
        };
        Preview: {
            /** @description What to look at in the planned dates, as of today */
            warnings: {
                code: "CTE_DATE_SCHOOL_YEAR_OPEN" | "CTE_DATE_REGULATION_BEFORE_ADOPTION" | "CTE_DATE_EFFECTIVE_BEFORE_ADOPTION" | "CTE_DATE_CENSUS_BETWEEN" | "CTE_DATE_YEARS_DIFFER" | "CTE_DATE_BEFORE_PREVIOUS" | "CTE_DATE_UNKNOWN";
                message: string;
            }[];
            release: components["schemas"]["Release2"];
            /** @description A page of them; .../diff has all */
            changes: components["schemas"]["Change"][];
            changeCount: number;
            agencies: {
                ctc: components["schemas"]["Ctc"];
                calpads: components["schemas"]["Ctc"];
            };
            /** @description What the changes may mean for each course code: suggested, never decided */
            courseCodes: {
                items: {
                    courseCode: components["schemas"]["Dependent2"];
                    places: {
                        item: components["schemas"]["Item"];
                        goes: "stays" | "to" | "undecided" | "unknown" | "none";
                        to: components["schemas"]["Item"][];
                    }[];
                    suggested: "No change" | "Change; editorial revision" | "Change; title" | "Change; substantive revision" | "Change; title and substantive revision" | "Change; code" | "Change; code and title" | "Change; code and substantive revision" | "Archived; code updated" | "Archived" | "unknown";
                    rule: string;
                    schoolYear: string;
                }[];
                count: number;
                byKind: {
                    [key: string]: number;
                };
                sequences: {
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
            };
            /** @description Pairs of course code and authorization that would be newly permitted or refused */
            decoder: {
                counts: components["schemas"]["Count"];
                byOwner: {
                    permitted: number;
                    refused: number;
                    unknown: number;
                    kept: number;
                    owner: components["schemas"]["Item"];
                    pairs: {
                        courseCode: components["schemas"]["Dependent2"];
                        authorization: components["schemas"]["Dependent2"];
                        outcome: "permitted" | "refused" | "unknown";
                        from: components["schemas"]["Item"];
                        to: components["schemas"]["Item"] | null;
                        rule: string;
                        doubt: ("undecided" | "successor-unknown" | "successor-none" | "several-successors" | "over-relation" | "over-unverified-relation" | "owner-without-authorization" | "authorization-without-item" | "unverified-link" | "unverified-rule" | "inferred-twin") | null;
                    }[];
                }[];
                withoutPair: {
                    courseCode: components["schemas"]["Dependent2"];
                    certain: boolean;
                }[];
                withoutPairCount: number;
            };
            /** @description What cannot be known */
            unknowns: {
                code: string;
                message: string;
                count: number;
                examples: string[];
            }[];
            notes: {
                code: string;
                message: string;
            }[];
            positions: {
                [key: string]: number;
            };
            /** @description Of all impacts; the same on every page */
            digest: string;
            /** @description Cursor of the next page of all lists; null on the last */
            next: string | null;
        };
        Proposal: {
            id: string;
            framework: string;
            /** @description Number of the release the operations start from */
            base: number;
            title: string;
            description: string | null;
            state: components["schemas"]["State2"];
            /** @description Grows with every edit of the content; what sign-offs bind to */
            revision: number;
            /** @description Grows with every write; also the ETag */
            version: number;
            /** @description How many; read them at .../operations */
            operations: number;
            /** @description Planned */
            dates: components["schemas"]["Date"];
            /** @description The release that this one corrects: an erratum */
            corrects: string | null;
            /** @description Who gains and who loses; must be filled before review */
            equity: string | null;
            /** @default [] */
            references: {
                /** @description Agenda item of the State Board; area of the State Plan for CTE; Master Plan for Career Education; Perkins V requirement; other initiative */
                kind: components["schemas"]["Kind2"];
                name: string;
                /** @default null */
                identifier: string | null;
                /** @default null */
                date: string | null;
                /** @default null */
                url: string | null;
            }[];
            deliveryModels: {
                tag: components["schemas"]["DeliveryModel"];
                /** @description The CALPADS file that shows it, or "not monitored" */
                monitored: string;
            }[];
            /** @default [] */
            dualEnrollment: {
                courseCode: string;
                /** @default null */
                cip: string | null;
                collegeProgram: string;
            }[];
            occupations: {
                soc: string;
                title: string;
                /** @description The occupation at O*NET */
                onet: string;
            }[];
            openedBy: components["schemas"]["Actor"];
            openedAt: string;
            editedBy: components["schemas"]["Actor"];
            updatedAt: string;
            /** @description Whether it still holds: .../approvals */
            approval: {
                decision: "approve" | "acknowledge" | "object";
                by: components["schemas"]["Actor"];
                reason: string;
                at: string;
                revision: number;
                digest: string;
            } | null;
            /** @description The last word of each; whether it still holds, and whether it is needed: .../approvals */
            signOffs: components["schemas"]["SignOff"];
            schedule: {
                at: string;
                by: components["schemas"]["Actor"];
                reason: string;
                title: string | null;
                over: {
                    reason: string;
                    agencies: {
                        agency: "CTC" | "CALPADS";
                        decision: ("approve" | "acknowledge" | "object") | null;
                        at: string | null;
                    }[];
                } | null;
            } | null;
            /** @description Why the last scheduled publishing waits for somebody to look again */
            held: {
                at: string;
                reasons: string[];
            } | null;
            release: string | null;
            withdrawn: {
                by: components["schemas"]["Actor"];
                reason: string;
                at: string;
            } | null;
        };
        Proposal2: {
            /** @description What publishing would make */
            release: components["schemas"]["Release2"];
            total: number;
            /** @description In the order of the changes: gravest class first */
            byClass: {
                [key: string]: number;
            };
            changes: {
                /** @description release:item id:aspect, the same in preview and publish */
                id: string;
                release: string;
                /** @description As the new release names it (a retired item as its last release did). */
                item: components["schemas"]["Item"];
                aspect: components["schemas"]["Aspect"];
                class: components["schemas"]["Class"];
                /** @description Id of the rule that chose the class, e.g. wording/list-member-removed */
                rule: string;
                override: {
                    ruleClass: components["schemas"]["Class"];
                    reason: string;
                    by: string;
                } | null;
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
                added: {
                    id: string;
                    kind: components["schemas"]["Kind"];
                    /** @description Human code as published (B5.3, 10.2, EEU). Unique among the active items of one top-level item. */
                    code: string;
                    title: string;
                    text: string | null;
                    scopeNote: string | null;
                    parent: string | null;
                    position: number;
                    status: "active" | "retired";
                    retirement: {
                        manner: "retired" | "merged" | "split";
                        successors: components["schemas"]["Item"][] | ("none" | "unknown");
                        within: string | null;
                    } | null;
                    provenance: components["schemas"]["Provenance"];
                } | null;
                within: string | null;
                successors: (components["schemas"]["Item"][] | ("none" | "unknown")) | null;
                assignments: {
                    dependent: components["schemas"]["Dependent"];
                    successor: string;
                }[];
                lineage: components["schemas"]["Item"][] | null;
                fingerprints: components["schemas"]["Fingerprint"];
                /** @description The change in one sentence */
                said: string;
                /** @description Word by word, for each text that differs */
                words: {
                    field: "title" | "text" | "scopeNote" | "code";
                    pieces: {
                        kind: "same" | "removed" | "added";
                        text: string;
                    }[];
                }[];
                moved: {
                    /** @description Keys above it, nearest first */
                    from: string[];
                    to: string[];
                    /** @description Items that come along unchanged */
                    below: number;
                } | null;
            }[];
            next: string | null;
            mapped: number;
            unmapped: number;
            relations: {
                mapped: {
                    operation: number;
                    crosswalk: string;
                    from: components["schemas"]["Item"];
                    to: components["schemas"]["Item"] | null;
                    relation: string;
                    note: string | null;
                }[];
                unmapped: {
                    operation: number;
                    relation: string;
                    reason: string;
                }[];
            };
            /** @description Releases published since the base; see .../conflicts */
            behind: number;
        };
        Proposal3: {
            id: string;
            framework: string;
            base: number;
            revision: number;
            title: string;
            digest: string;
            changes: number;
            byClass: {
                [key: string]: number;
            };
            flags: {
                ctc: number;
                calpads: number;
            };
        };
        Provenance: {
            source: string;
            verified: boolean;
            note: string | null;
        };
        Relation: "equivalent" | "broader" | "narrower" | "related" | "none";
        Relation2: {
            id: string;
            crosswalk: string;
            from: components["schemas"]["Item"];
            to: components["schemas"]["Item"] | null;
            relation: components["schemas"]["Relation"];
            state: components["schemas"]["State"];
            originalWord: string | null;
            pinned: components["schemas"]["Pinned"];
            fingerprints?: components["schemas"]["Fingerprint2"];
            combination?: string | null;
            approximate?: boolean;
            author: string;
            review?: {
                by: components["schemas"]["Actor"];
                at: string;
                reason: string;
            } | null;
            decision: {
                by: components["schemas"]["Actor"];
                at: string;
                reason: string;
                state: components["schemas"]["State"];
            } | null;
            suspicion?: {
                release: string;
                ends: ("from" | "to")[];
                changes: {
                    change: string;
                    item: string;
                    class: string;
                    aspect: string;
                }[];
            } | null;
            provenance: components["schemas"]["Provenance"];
            version: number;
            removedIn: string | null;
            /** @description An end no longer says what it said when the relation was read */
            moved: boolean;
        };
        Release: {
            id: string;
            framework: string;
            number: number;
            title: string;
            reason: string;
            dates: components["schemas"]["Date"];
            inForceFrom: string;
            publishedAt: string;
            publishedBy: components["schemas"]["Actor"];
            /** @description The release that this one corrects: an erratum */
            corrects: string | null;
            over: {
                reason: string;
                agencies: {
                    agency: "CTC" | "CALPADS";
                    decision: ("approve" | "acknowledge" | "object") | null;
                    at: string | null;
                }[];
            } | null;
            proposal: string;
            changes: number;
            messages: number;
            digest: string;
            correlationId: string;
        };
        Release2: {
            /** @description framework@number, e.g. ca-mcs-2013@3 */
            id: string;
            framework: string;
            number: number;
        };
        Role: "teacher" | "counselor" | "administrator" | "industry" | "college-faculty" | "parent-or-guardian" | "student" | "community" | "agency-staff" | "other";
        Session: {
            kind: components["schemas"]["Kind3"];
            name: string | null;
            day: string | null;
            place: string | null;
        };
        SignOff: {
            CTC: {
                decision: "approve" | "acknowledge" | "object";
                by: components["schemas"]["Actor"];
                reason: string;
                at: string;
                revision: number;
                digest: string;
            } | null;
            CALPADS: {
                decision: "approve" | "acknowledge" | "object";
                by: components["schemas"]["Actor"];
                reason: string;
                at: string;
                revision: number;
                digest: string;
            } | null;
        };
        State: "draft" | "reviewed" | "suspect" | "accepted" | "rejected";
        State2: "draft" | "in-review" | "approved" | "scheduled" | "publishing" | "published" | "withdrawn";
        Successor: {
            framework: string;
            item: string;
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
