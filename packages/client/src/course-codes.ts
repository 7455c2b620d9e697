// Made from the OpenAPI document "cte-align course codes" by `npm run client`. Not to be edited.

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
                        format: "cte-align/course-codes@1";
                        sources: {
                            [key: string]: string;
                        };
                        /** @default [] */
                        pathways?: {
                            /** @description CALPADS pathway code; null where no source gives it */
                            code: string | null;
                            name: string;
                            framework: string;
                            /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                            item: string;
                            /** @default [] */
                            blocks?: string[];
                            source: string;
                            verified: boolean;
                            /** @default null */
                            note?: string | null;
                        }[];
                        /** @default [] */
                        courseCodes?: {
                            code: string;
                            title: string;
                            level: components["schemas"]["Level"];
                            /** @default null */
                            levelBasis?: string | null;
                            /** @default null */
                            sectorName?: string | null;
                            /** @default null */
                            pathwayName?: string | null;
                            /** @default null */
                            pathwayBasis?: string | null;
                            effectiveFrom: string | null;
                            effectiveTo: string | null;
                            alignments: {
                                framework: string;
                                /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                                item?: string;
                                /**
                                 * @description Instead of an item: every sector of the framework
                                 */
                                any?: "sector";
                                basis: string;
                                verified: boolean;
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
                            dryRun: boolean;
                            sections: {
                                [key: string]: {
                                    added: number;
                                    changed: number;
                                    unchanged: number;
                                    /** @description Here but not in the file: reported, never removed */
                                    notListed: string[];
                                    /** @description Edited here since the last import, where the file says nothing new: kept */
                                    kept: string[];
                                };
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
    "/course-codes": {
        /** Course codes, by level, sector, pathway, item or school year */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    q?: string;
                    level?: components["schemas"]["Level"];
                    /** @description Key of a sector (AGR), or its name as the source spells it */
                    sector?: string;
                    /** @description Key of a pathway (AGR.A), or its name */
                    pathway?: string;
                    /** @description Linked to this item */
                    item?: string;
                    /** @description 1 July to 30 June */
                    schoolYear?: string;
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
                                level: components["schemas"]["Level"];
                                levelBasis: string | null;
                                /** @description As the source spells it */
                                sectorName: string | null;
                                pathway: components["schemas"]["Pathway"];
                                elective: boolean;
                                /** @description School year; null is unknown */
                                effectiveFrom: string | null;
                                /** @description School year; null is unknown */
                                effectiveTo: string | null;
                                /** @description In the school year asked for; null where none was. What is certainly not in force is left out */
                                inForce: ("yes" | "unknown") | null;
                                gaps: string[];
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
    "/course-codes/export": {
        /** All that match, as CSV; an empty school year is unknown */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    level?: components["schemas"]["Level"];
                    /** @description Key of a sector (AGR), or its name as the source spells it */
                    sector?: string;
                    /** @description Key of a pathway (AGR.A), or its name */
                    pathway?: string;
                    /** @description Linked to this item */
                    item?: string;
                    /** @description 1 July to 30 June */
                    schoolYear?: string;
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
    "/course-codes/{code}": {
        /** One course code with its links, the rules that admit to it and its open flags */
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
                        "application/json": components["schemas"]["CourseCode"];
                    };
                };
            };
        };
        /** Correct its title, level or school years */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title?: string;
                        level?: components["schemas"]["Level"];
                        effectiveFrom?: string | null;
                        effectiveTo?: string | null;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["CourseCode"];
                    };
                };
            };
        };
    };
    "/course-codes/{code}/links": {
        /** Link it to an item; what published releases do to it is flagged when the answer comes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
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
        /** Take a link of a course code away */
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
    "/pathways": {
        /** Pathways as CALPADS knows them, and the items they stand for */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
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
                                code: string | null;
                                name: string;
                                framework: string;
                                item: string;
                                blocks: string[];
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
    "/code-sets/check": {
        /** May a code be submitted for a school year (GERR0007), and what follows where it is retired */
        get: {
            parameters: {
                query: {
                    code: string;
                    /** @description Id of an edition, or "current" for the course codes as they are here */
                    edition?: "current" | string;
                    schoolYear?: string;
                    /** @description In place of a school year, with end */
                    start?: string;
                    end?: string;
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
                            code: string;
                            rule: "GERR0007";
                            /** @description Id of an edition, or "current" for the course codes as they are here */
                            edition: "current" | string;
                            days: {
                                first: string;
                                last: string;
                            };
                            effectiveFrom: (string) | null;
                            effectiveTo: (string) | null;
                            /**
                             * @description GERR0007: overlaps the effective dates by a day; unknown: a date is not known
                             */
                            valid: "yes" | "no" | "unknown";
                            /** @description Derived for the year asked for */
                            status: components["schemas"]["Status"];
                            why: string;
                            /** @description Where it went, as far as published changes say; null where it is not retired */
                            successors: string[] | null;
                            /** @description Published changes that it left by */
                            changes: {
                                id: string;
                                /** @description The edition of the code set that it was published with */
                                edition: string;
                                kind: components["schemas"]["Kind"];
                                from: string[];
                                to: string[];
                                successor: "named" | "none" | "unknown";
                                /** @description From which school year it holds; null where no source says */
                                schoolYear: string | null;
                                reason: string;
                                provenance: components["schemas"]["Provenance"];
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/code-sets/{schoolYear}": {
        /** The code set of a school year: each code, and whether it may be submitted for it */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description Id of an edition, or "current" for the course codes as they are here */
                    edition?: "current" | string;
                    valid?: "yes" | "no" | "unknown";
                    /** @description How a code begins, or words of its title */
                    q?: string;
                    level?: "exploratory" | "introductory" | "concentrator" | "capstone" | "unknown";
                    /** @description Name of a sector as the source spells it; unknown: none is stated */
                    sector?: string;
                    /** @description Name of a pathway; unknown: none is stated */
                    pathway?: string;
                    /** @description Derived for the year asked for */
                    status?: components["schemas"]["Status"];
                };
                header?: never;
                path: {
                    schoolYear: string;
                };
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
                                description: string | null;
                                level: components["schemas"]["Level"] | null;
                                /** @description As the source spells it */
                                sectorName: string | null;
                                pathwayName: string | null;
                                /** @description CALPADS pathway code (11.13), three characters */
                                pathwayCode: string | null;
                                effectiveFrom: (string) | null;
                                effectiveTo: (string) | null;
                                /**
                                 * @description GERR0007: overlaps the effective dates by a day; unknown: a date is not known
                                 */
                                valid: "yes" | "no" | "unknown";
                                /** @description Derived for the year asked for */
                                status: components["schemas"]["Status"];
                                why: string;
                            }[];
                            next: string | null;
                            total: number;
                            /** @description How many codes each value would leave, the other filters as they are */
                            facets: {
                                level: {
                                    value: string;
                                    count: number;
                                }[];
                                sector: {
                                    value: string;
                                    count: number;
                                }[];
                                pathway: {
                                    value: string;
                                    count: number;
                                }[];
                                status: {
                                    value: string;
                                    count: number;
                                }[];
                            };
                        };
                    };
                };
            };
        };
    };
    "/code-sets/{schoolYear}/export": {
        /** The code set of a school year as CSV or xlsx; what nobody says stands as "unknown" */
        get: {
            parameters: {
                query?: {
                    /** @description edition: what POST /imports/code-set reads back; code-sets, combinations, pathway-sectors: the tabs of CALPADS; map: retired to current */
                    layout?: "edition" | "code-sets" | "combinations" | "pathway-sectors" | "map";
                    /** @description csv, or xlsx for a spreadsheet */
                    format?: "csv" | "xlsx";
                };
                header?: never;
                path: {
                    schoolYear: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A row for each code, pathway, or pair of codes */
                200: {
                    content: {
                        "text/csv": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
            };
        };
    };
    "/code-set-editions": {
        /** Editions of the code set that are kept here */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    schoolYear?: string;
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
                            items: components["schemas"]["CodeSetEdition"][];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/code-set-editions/compare": {
        /** What differs between two editions: added, gone, and each field that changed */
        get: {
            parameters: {
                query: {
                    /** @description Id of an edition, or "current" for the course codes as they are here */
                    from: "current" | string;
                    /** @description Id of an edition, or "current" for the course codes as they are here */
                    to: "current" | string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["Comparison"];
                    };
                };
            };
        };
    };
    "/code-set-editions/{edition}": {
        /** One edition: where it comes from and how many codes it has */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["CodeSetEdition"];
                    };
                };
            };
        };
    };
    "/code-set-editions/{edition}/codes": {
        /** The codes of an edition as it has them */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path: {
                    edition: string;
                };
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
                                description: string | null;
                                level: components["schemas"]["Level"] | null;
                                /** @description As the source spells it */
                                sectorName: string | null;
                                pathwayName: string | null;
                                /** @description CALPADS pathway code (11.13), three characters */
                                pathwayCode: string | null;
                                effectiveFrom: (string) | null;
                                effectiveTo: (string) | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/code-set-editions/{edition}/export": {
        /** An edition as CSV or xlsx; what nobody says stands as "unknown" */
        get: {
            parameters: {
                query?: {
                    layout?: "edition" | "code-sets" | "combinations";
                    /** @description csv, or xlsx for a spreadsheet */
                    format?: "csv" | "xlsx";
                };
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A row for each code */
                200: {
                    content: {
                        "text/csv": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
            };
        };
    };
    "/code-changes": {
        /** What has become of course codes, as published: many to many, "unknown" where nobody says */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    from?: string;
                    to?: string;
                    kind?: components["schemas"]["Kind"];
                    schoolYear?: string;
                    edition?: string;
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
                                /** @description The edition of the code set that it was published with */
                                edition: string;
                                kind: components["schemas"]["Kind"];
                                from: string[];
                                to: string[];
                                successor: "named" | "none" | "unknown";
                                /** @description From which school year it holds; null where no source says */
                                schoolYear: string | null;
                                reason: string;
                                provenance: components["schemas"]["Provenance"];
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
    };
    "/course-codes/{code}/history": {
        /** All that has happened to a code, and where it has gone by a school year */
        get: {
            parameters: {
                query?: {
                    until?: string;
                };
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
                            title: string;
                            earlier: {
                                before: string;
                                title: string;
                                level: string;
                                edition: string;
                            }[];
                            changes: {
                                id: string;
                                /** @description The edition of the code set that it was published with */
                                edition: string;
                                kind: components["schemas"]["Kind"];
                                from: string[];
                                to: string[];
                                successor: "named" | "none" | "unknown";
                                /** @description From which school year it holds; null where no source says */
                                schoolYear: string | null;
                                reason: string;
                                provenance: components["schemas"]["Provenance"];
                            }[];
                            succession: {
                                steps: {
                                    from: string;
                                    to: string;
                                    change: string;
                                    schoolYear: string | null;
                                }[];
                                /** @description Where all its chains end */
                                current: string[];
                                open: {
                                    code: string;
                                    successor: "none" | "unknown";
                                    change: string;
                                }[];
                                /** @description Codes that lead back to themselves: a fault, told and not followed */
                                cycles: string[];
                            };
                            editions: {
                                edition: string;
                                schoolYear: string | null;
                                title: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/imports/code-set": {
        /**
         * Keep a file as an edition of the code set; live course codes stay as they are
         * @description The Code Sets layout (Code Set Name, Coded Value, Name, Description, effective dates) or our own export. Going live is publishing a plan.
         */
        post: {
            parameters: {
                query: {
                    edition: string;
                    title?: string;
                    /** @description Left out: its source does not say */
                    schoolYear?: string;
                    publishedOn?: string;
                    /** @description Where the file comes from, in words */
                    source: string;
                    /** @description Somebody has read it in the publisher’s own file */
                    verified?: "true" | "false";
                    /** @description Default: the first that has the columns */
                    sheet?: string;
                    /** @description Compare with this edition, or "current" */
                    against?: "current" | string;
                    /** @description Report what would happen; write nothing */
                    dryRun?: "true" | "false";
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
                            outcome: "kept" | "would-be-kept" | "kept-before";
                            edition: components["schemas"]["CodeSetEdition"];
                            sheet: string | null;
                            /** @description Rows of other code sets, passed over */
                            otherCodeSets: {
                                [key: string]: number;
                            };
                            repeated: {
                                /** @description Row as in the file (its heading is 1) and column */
                                at: string;
                                message: string;
                            }[];
                            tidied: {
                                /** @description Row as in the file (its heading is 1) and column */
                                at: string;
                                from: string;
                                to: string;
                            }[];
                            /** @description Course codes here that the file does not list: nothing is done to them */
                            notListed: string[];
                            comparison: components["schemas"]["Comparison"] | null;
                        };
                    };
                };
            };
        };
    };
    "/code-plans": {
        /** Plans of code changes */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    state?: components["schemas"]["State"];
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
                            items: components["schemas"]["CodePlan"][];
                            next: string | null;
                        };
                    };
                };
            };
        };
        /** Open a plan of code changes, with what a release or proposal suggests */
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
                        /**
                         * @description Asks what it suggests for the course codes; null: an empty plan
                         * @default null
                         */
                        about?: ({
                            release: string;
                        } | {
                            proposal: string;
                        }) | null;
                        /** @default null */
                        base?: string | null;
                        schoolYear: string;
                        reason: string;
                    };
                };
            };
            responses: {
                201: {
                    content: {
                        "application/json": components["schemas"]["CodePlan"];
                    };
                };
            };
        };
    };
    "/code-plans/compare": {
        /** Two plans side by side: the codes that both decide otherwise, and those of one alone */
        get: {
            parameters: {
                query: {
                    a: string;
                    b: string;
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
                            counts: {
                                onlyA: number;
                                onlyB: number;
                                differing: number;
                                same: number;
                            };
                            onlyA: {
                                code: string;
                                a: components["schemas"]["Differing"];
                            }[];
                            onlyB: {
                                code: string;
                                b: components["schemas"]["Differing"];
                            }[];
                            differing: {
                                code: string;
                                a: components["schemas"]["Differing"];
                                b: components["schemas"]["Differing"];
                            }[];
                            same: string[];
                            schoolYears: {
                                a: string;
                                b: string;
                            };
                        };
                    };
                };
            };
        };
    };
    "/code-plans/{id}": {
        /** One plan: what it is about, how far it is decided */
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
                        "application/json": components["schemas"]["CodePlan"];
                    };
                };
            };
        };
    };
    "/code-plans/{id}/record": {
        /** Who did what to the plan, when and why; nothing of it is ever changed */
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
                                step: "opened" | "suggested" | "entries-added" | "entry-edited" | "decided" | "publishing-begun" | "published" | "withdrawn";
                                by: components["schemas"]["Actor"];
                                reason: string;
                                at: string;
                                version: number;
                                details: {
                                    [key: string]: unknown;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/code-plans/{id}/check": {
        /** What speaks against the plan as it is: errors, warnings, and what nothing here can tell */
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
                            publishable: boolean;
                            findings: {
                                severity: "error" | "warning" | "unknown";
                                code: string;
                                /** @description Null: it is about the whole plan */
                                entry: string | null;
                                courseCodes: string[];
                                message: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/code-plans/{id}/what-if": {
        /** The code set of its school year as the plan would make it; writes nothing */
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
                            schoolYear: string;
                            counts: {
                                codes: number;
                                added: number;
                                retired: number;
                                revised: number;
                            };
                            /** @description Of the code set of its school year as it is with what it would be */
                            comparison: components["schemas"]["Comparison"];
                            /** @description With the edition that the plan starts from */
                            withBase: components["schemas"]["Comparison"] | null;
                            findings: {
                                severity: "error" | "warning" | "unknown";
                                code: string;
                                /** @description Null: it is about the whole plan */
                                entry: string | null;
                                courseCodes: string[];
                                message: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "/code-plans/{id}/entries": {
        /** The entries of a plan, in the order in which they came */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    state?: components["schemas"]["State2"];
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
                                id: string;
                                /** @description suggested: nobody has decided it yet */
                                state: components["schemas"]["State2"];
                                courseCode: string | null;
                                /** @description Null while nobody can say what becomes of the code */
                                content: {
                                    kind: components["schemas"]["Kind2"];
                                    /** @default [] */
                                    from: string[];
                                    /** @default [] */
                                    to: string[];
                                    /** @default [] */
                                    newCodes: components["schemas"]["Made"][];
                                    /**
                                     * @description The new title, where the kind is one of title
                                     * @default null
                                     */
                                    title: string | null;
                                    /**
                                     * @description Another level; null: as it is
                                     * @default null
                                     */
                                    level: components["schemas"]["Level"] | null;
                                    /**
                                     * @default unknown
                                     */
                                    successor: "named" | "none" | "unknown";
                                    reason: string;
                                } | null;
                                suggestion: {
                                    kind: "No change" | "Change; editorial revision" | "Change; title" | "Change; substantive revision" | "Change; title and substantive revision" | "Change; code" | "Change; code and title" | "Change; code and substantive revision" | "Archived; code updated" | "Archived" | "unknown";
                                    rule: string;
                                    places: {
                                        item: components["schemas"]["Item"];
                                        goes: "stays" | "to" | "undecided" | "unknown" | "none";
                                        to: components["schemas"]["Item"][];
                                    }[];
                                    /** @description Codes of its level where it would go */
                                    candidates: string[];
                                    flag: string | null;
                                    changes: string[];
                                } | null;
                                decision: {
                                    by: components["schemas"]["Actor"];
                                    reason: string;
                                    at: string;
                                } | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        /** Add entries of your own */
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
                        entries: components["schemas"]["Entry"][];
                        reason: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["CodePlan"];
                    };
                };
            };
        };
    };
    "/code-plans/{id}/entries/{entry}": {
        /** Give an entry other content: that decides a suggestion too */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read; without it: 428 */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                    entry: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["CodePlan"];
                    };
                };
            };
        };
    };
    "/code-plans/{id}/decisions": {
        /** Accept entries as they are, or decline them; "suggested": all that nobody has decided */
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
                        entries: string[] | "suggested";
                        decision: "accept" | "decline";
                        reason: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["CodePlan"];
                    };
                };
            };
        };
    };
    "/code-plans/{id}/suggestions": {
        /** Ask again what its release or proposal suggests: what is new is added, what is there stays */
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
                        "application/json": components["schemas"]["CodePlan"];
                    };
                };
            };
        };
    };
    "/code-plans/{id}/publish": {
        /** Make the plan an edition of the code set and its codes live ones, with their events */
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
                        edition: string;
                        title: string;
                        /** @default null */
                        publishedOn?: string | null;
                        reason: string;
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": components["schemas"]["CodePlan"];
                    };
                };
            };
        };
    };
    "/code-plans/{id}/withdraw": {
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
                        "application/json": components["schemas"]["CodePlan"];
                    };
                };
            };
        };
    };
    "/sequences": {
        /** The courses of each pathway by level, complete or what is missing */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    q?: string;
                    /** @description Default: whatever the years */
                    schoolYear?: string;
                    /** @description Key of a pathway (AGR.A), its name, or its CALPADS code */
                    pathway?: string;
                    /** @description Key of a sector (AGR) */
                    sector?: string;
                    complete?: "true" | "false" | "unknown";
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
                                framework: string;
                                item: string;
                                pathway: string;
                                /** @description CALPADS pathway code; null where no source gives it */
                                code: string | null;
                                introductory: string[];
                                concentrator: string[];
                                capstone: string[];
                                /** @description Introductory codes of the sector, which serve any of its pathways: 999 */
                                sectorIntroductory: string[];
                                /** @description Has a concentrator and a capstone; null: nobody knows */
                                complete: boolean | null;
                                /** @description Certainly not there */
                                missing: ("concentrator" | "capstone")[];
                                /** @description Nobody knows whether they are there */
                                unsure: ("concentrator" | "capstone")[];
                                notes: string[];
                            }[];
                            next: string | null;
                            note: string;
                        };
                    };
                };
            };
        };
    };
    "/sequences/{framework}/{item}": {
        /** The courses of one pathway by level */
        get: {
            parameters: {
                query?: {
                    /** @description Default: whatever the years */
                    schoolYear?: string;
                };
                header?: never;
                path: {
                    framework: string;
                    /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                    item: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    content: {
                        "application/json": {
                            framework: string;
                            item: string;
                            pathway: string;
                            /** @description CALPADS pathway code; null where no source gives it */
                            code: string | null;
                            introductory: string[];
                            concentrator: string[];
                            capstone: string[];
                            /** @description Introductory codes of the sector, which serve any of its pathways: 999 */
                            sectorIntroductory: string[];
                            /** @description Has a concentrator and a capstone; null: nobody knows */
                            complete: boolean | null;
                            /** @description Certainly not there */
                            missing: ("concentrator" | "capstone")[];
                            /** @description Nobody knows whether they are there */
                            unsure: ("concentrator" | "capstone")[];
                            notes: string[];
                            note: string;
                        };
                    };
                };
            };
        };
    };
    "/sequences/completer-check": {
        /**
         * Whether courses make a completer of a pathway (CERT122, CERT124) and a Perkins V concentrator
         * @description Of nobody in particular: codes, school years and grade bands. Writes nothing.
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
                        framework?: string;
                        /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                        pathway: string;
                        courses: {
                            code: string;
                            schoolYear: string;
                            /**
                             * @description passed: C- or better
                             */
                            grade: "passed" | "not" | "unknown";
                        }[];
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": {
                            pathway: string;
                            completer: components["schemas"]["Completer"];
                            perkinsConcentrator: components["schemas"]["Completer"];
                            note: string;
                        };
                    };
                };
            };
        };
    };
    "/sequences/continuity": {
        /** Whether sequences hold within a school year, or from one to the next */
        get: {
            parameters: {
                query: {
                    from: string;
                    /** @description The same year, or the one after; default the one after */
                    to?: string;
                    /** @description Key of a sector (AGR) */
                    sector?: string;
                    /** @description What the sources do not say is never a certain break */
                    certainty?: "certain" | "unknown";
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
                            from: string;
                            to: string;
                            findings: {
                                code: components["schemas"]["Code"];
                                /**
                                 * @description What the sources do not say is never a certain break
                                 */
                                certainty: "certain" | "unknown";
                                schoolYear: string | null;
                                pathway: {
                                    framework: string;
                                    item: string;
                                    name: string;
                                } | null;
                                courseCodes: string[];
                                message: string;
                            }[];
                            /** @description Concentrator taken in `from`, capstone in `to`; of one year none */
                            pairs: {
                                framework: string;
                                pathway: string;
                                concentrator: string;
                                capstone: string;
                                state: "holds" | "breaks" | "unknown";
                                /** @description Codes under which the capstone can be taken the year after */
                                by: string[];
                                why: string;
                            }[];
                            counts: components["schemas"]["Count"];
                            note: string;
                        };
                    };
                };
            };
        };
    };
    "/sequences/what-if": {
        /** What splits of pathways and code changes would do to sequences; writes nothing */
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
                        from: string;
                        /** @description The same year, or the one after; default the one after */
                        to?: string;
                        /** @default [] */
                        splits?: {
                            framework?: string;
                            /** @description Key of the pathway that ends, as in BCT.A */
                            pathway: string;
                            /** @description Empty: it ends and none takes over */
                            successors: {
                                /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                                key: string;
                                title: string;
                            }[];
                            /**
                             * @description Codes that are not named are undecided
                             * @default []
                             */
                            assignments?: {
                                code: string;
                                /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                                successor: string;
                            }[];
                        }[];
                        /** @default [] */
                        codeChanges?: {
                            /** @default [] */
                            from?: string[];
                            /** @default [] */
                            to?: string[];
                            /** @description From when; default the second year; null: unknown */
                            schoolYear?: string | null;
                            /**
                             * @description Where `to` is empty
                             * @default unknown
                             */
                            successor?: "none" | "unknown";
                        }[];
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": {
                            from: string;
                            to: string;
                            findings: {
                                code: components["schemas"]["Code"];
                                /**
                                 * @description What the sources do not say is never a certain break
                                 */
                                certainty: "certain" | "unknown";
                                schoolYear: string | null;
                                pathway: {
                                    framework: string;
                                    item: string;
                                    name: string;
                                } | null;
                                courseCodes: string[];
                                message: string;
                                /** @description So without the what-if too */
                                already: boolean;
                            }[];
                            /** @description Concentrator taken in `from`, capstone in `to`; of one year none */
                            pairs: {
                                framework: string;
                                pathway: string;
                                concentrator: string;
                                capstone: string;
                                state: "holds" | "breaks" | "unknown";
                                /** @description Codes under which the capstone can be taken the year after */
                                by: string[];
                                why: string;
                            }[];
                            counts: components["schemas"]["Count"];
                            note: string;
                        };
                    };
                };
            };
        };
    };
    "/code-plans/{id}/sequences": {
        /** Whether the sequences that a plan touches hold once it is published; writes nothing */
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
                            /** @description The school year before, which the plan leaves as it is */
                            from: string;
                            /** @description The school year of the plan */
                            to: string;
                            findings: {
                                code: components["schemas"]["Code"];
                                /**
                                 * @description What the sources do not say is never a certain break
                                 */
                                certainty: "certain" | "unknown";
                                schoolYear: string | null;
                                pathway: {
                                    framework: string;
                                    item: string;
                                    name: string;
                                } | null;
                                courseCodes: string[];
                                message: string;
                                /** @description So without the plan too */
                                already: boolean;
                            }[];
                            pairs: {
                                framework: string;
                                pathway: string;
                                concentrator: string;
                                capstone: string;
                                state: "holds" | "breaks" | "unknown";
                                /** @description Codes under which the capstone can be taken the year after */
                                by: string[];
                                why: string;
                            }[];
                            counts: {
                                /** @description Certain breaks that the plan brings; a pathway that all codes have left is none */
                                breaks: number;
                                pairs: components["schemas"]["Pair"];
                            };
                            /** @description Sequences of the pathways that it touches, as they stand */
                            before: {
                                framework: string;
                                item: string;
                                pathway: string;
                                /** @description CALPADS pathway code; null where no source gives it */
                                code: string | null;
                                introductory: string[];
                                concentrator: string[];
                                capstone: string[];
                                /** @description Introductory codes of the sector, which serve any of its pathways: 999 */
                                sectorIntroductory: string[];
                                /** @description Has a concentrator and a capstone; null: nobody knows */
                                complete: boolean | null;
                                /** @description Certainly not there */
                                missing: ("concentrator" | "capstone")[];
                                /** @description Nobody knows whether they are there */
                                unsure: ("concentrator" | "capstone")[];
                                notes: string[];
                            }[];
                            /** @description The same if the plan is published */
                            after: {
                                framework: string;
                                item: string;
                                pathway: string;
                                /** @description CALPADS pathway code; null where no source gives it */
                                code: string | null;
                                introductory: string[];
                                concentrator: string[];
                                capstone: string[];
                                /** @description Introductory codes of the sector, which serve any of its pathways: 999 */
                                sectorIntroductory: string[];
                                /** @description Has a concentrator and a capstone; null: nobody knows */
                                complete: boolean | null;
                                /** @description Certainly not there */
                                missing: ("concentrator" | "capstone")[];
                                /** @description Nobody knows whether they are there */
                                unsure: ("concentrator" | "capstone")[];
                                notes: string[];
                            }[];
                            /** @description Items of new codes that are not there: such codes are on no pathway here */
                            unplaced: {
                                path: string;
                                message: string;
                            }[];
                            note: string;
                        };
                    };
                };
            };
        };
    };
    "/field-limits/check": {
        /** Whether CALPADS could take proposed pathway codes, course codes and names; writes nothing */
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
                        /** @default [] */
                        pathwayCodes?: string[];
                        /** @default [] */
                        courseCodes?: string[];
                        /** @default [] */
                        names?: string[];
                        /** @default [] */
                        localCourseIds?: string[];
                    };
                };
            };
            responses: {
                200: {
                    content: {
                        "application/json": {
                            items: {
                                field: "pathway-code" | "course-code" | "name" | "local-course-id";
                                value: string;
                                /**
                                 * @description unknown: no source gives the limit
                                 */
                                verdict: "fits" | "refused" | "unknown";
                                rule: string;
                                /** @description Of the field in the file layouts */
                                number: string;
                                message: string;
                                source: string;
                                /** @description What has this code here already, retired or not */
                                usedBy: string | null;
                            }[];
                            refused: number;
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
    "/perkins/view": {
        /** Course codes by sector and by cluster side by side, with totals that reconcile */
        get: {
            parameters: {
                query: {
                    schoolYear: string;
                    /** @description Framework of the sectors */
                    sectors?: string;
                    /** @description Framework of the clusters */
                    clusters?: string;
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
                            schoolYear: string;
                            /**
                             * @description By the Perkins program year of the releases
                             */
                            reportsBy: "sector" | "cluster" | "unknown";
                            because: string[];
                            /** @description Crosswalks followed; null: none leads there */
                            chain: string[] | null;
                            rows: {
                                code: string;
                                title: string;
                                level: components["schemas"]["Level"];
                                inForce: "yes" | "no" | "unknown";
                                sector: string | null;
                                alsoSectors: string[];
                                pathways: string[];
                                clusters: {
                                    key: string;
                                    title: string;
                                    state: string;
                                }[];
                                mapped: "accepted" | "draft" | "none" | "unmapped";
                                /** @description unknown (draft: ...) where nobody has accepted the relation */
                                cluster: string;
                            }[];
                            bySector: {
                                /** @description Null: of no one sector, or in no cluster */
                                key: string | null;
                                title: string | null;
                                codes: number;
                                /** @description By relations that nobody has accepted */
                                unverified: number;
                                pathways: {
                                    complete: number;
                                    incomplete: number;
                                    unknown: number;
                                };
                                /** @description Null: nobody has loaded any; counted: for so many codes */
                                sections: components["schemas"]["Section"];
                                /** @description Null: nobody has loaded any; counted: for so many codes */
                                pupils: components["schemas"]["Section"];
                            }[];
                            byCluster: {
                                /** @description Null: of no one sector, or in no cluster */
                                key: string | null;
                                title: string | null;
                                codes: number;
                                /** @description By relations that nobody has accepted */
                                unverified: number;
                                pathways: {
                                    complete: number;
                                    incomplete: number;
                                    unknown: number;
                                };
                                /** @description Null: nobody has loaded any; counted: for so many codes */
                                sections: components["schemas"]["Section"];
                                /** @description Null: nobody has loaded any; counted: for so many codes */
                                pupils: components["schemas"]["Section"];
                            }[];
                            reconciled: {
                                codes: number;
                                /** @description The same: every code once */
                                bySector: number;
                                mapped: number;
                                /** @description Codes in several clusters: counted in each */
                                inSeveral: number;
                                none: number;
                                unmapped: number;
                                /** @description Exceeds the codes by what is counted several times */
                                byCluster: number;
                            };
                            notes: string[];
                        };
                    };
                };
            };
        };
    };
    "/perkins/view/export": {
        /** The same, a row for each code, as CSV or xlsx */
        get: {
            parameters: {
                query: {
                    schoolYear: string;
                    /** @description Framework of the sectors */
                    sectors?: string;
                    /** @description Framework of the clusters */
                    clusters?: string;
                    /** @description csv, or xlsx for a spreadsheet */
                    format?: "csv" | "xlsx";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One row for each code */
                200: {
                    content: {
                        "text/csv": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
                            dependent: components["schemas"]["Dependent"];
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
                                        dependent: components["schemas"]["Dependent2"];
                                        basis: string;
                                    } | {
                                        edge: "rule";
                                        rule: string;
                                        dependent: components["schemas"]["Dependent2"];
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
                                    dependent: components["schemas"]["Dependent"];
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
                                dependent: components["schemas"]["Dependent"];
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
                                            dependent: components["schemas"]["Dependent2"];
                                            basis: string;
                                        } | {
                                            edge: "rule";
                                            rule: string;
                                            dependent: components["schemas"]["Dependent2"];
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
                                        dependent: components["schemas"]["Dependent2"];
                                        basis: string;
                                    } | {
                                        edge: "rule";
                                        rule: string;
                                        dependent: components["schemas"]["Dependent2"];
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
                                dependent: components["schemas"]["Dependent"];
                                severity: "notice" | "review" | "breaking";
                                before: components["schemas"]["Flag2"];
                                after: components["schemas"]["Flag2"];
                            }[];
                            /** @description The first thousand */
                            refusals: {
                                flag: string;
                                code: string;
                                reason: string;
                                dependent: components["schemas"]["Dependent"] | null;
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
                                manualReview: components["schemas"]["Dependent"][];
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
    "/district-list": {
        /**
         * The codes that a district uses in, what changes for it out; nothing is kept
         * @description Columns: State Course Code, and, where you like, Local Course ID and Course Name; any other is refused, one about persons above all. The answer keeps your order.
         */
        post: {
            parameters: {
                query: {
                    /** @description The year that the list is for */
                    schoolYear: string;
                    /** @description Flags of this release alone */
                    release?: string;
                    /** @description Flags raised since this day */
                    since?: string;
                    /** @description A code-change plan, draft or published */
                    plan?: string;
                    format?: "json" | "csv" | "xlsx";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description CSV (UTF-8), xlsx, or JSON: [{code, localCourseId, name}] */
            requestBody: {
                content: {
                    "application/json": string | {
                        code: string;
                        /** @default  */
                        localCourseId?: string;
                        /** @default  */
                        name?: string;
                    }[];
                    "text/csv": string | {
                        code: string;
                        /** @default  */
                        localCourseId?: string;
                        /** @default  */
                        name?: string;
                    }[];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string | {
                        code: string;
                        /** @default  */
                        localCourseId?: string;
                        /** @default  */
                        name?: string;
                    }[];
                };
            };
            responses: {
                /** @description The rows in their order; codes each once */
                200: {
                    content: {
                        "application/json": {
                            schoolYear: string;
                            rows: {
                                row: number;
                                code: string;
                                localCourseId: string;
                                name: string;
                                remarks: string[];
                                status: string;
                                act: boolean;
                                action: string;
                            }[];
                            /** @description Each code once, with all that is known of it */
                            codes: {
                                code: string;
                                title: string | null;
                                level: string | null;
                                status: "no-code" | "not-cte" | "unknown" | "retired" | "not-yet" | "valid" | "years-unknown";
                                /**
                                 * @description May be submitted with the school year (GERR0007)
                                 */
                                valid: "yes" | "no" | "unknown";
                                why: string;
                                flags: {
                                    flag: string;
                                    severity: string;
                                    release: string;
                                    state: string;
                                    effective: string | null;
                                    says: string;
                                    moreCauses: number;
                                }[];
                                successors: string[];
                                /** @description Null: nothing takes its place */
                                successor: ("named" | "none" | "unknown") | null;
                                planned: {
                                    kind: string;
                                    to: string[];
                                    successor: string;
                                    schoolYear: string;
                                    state: string;
                                } | null;
                                /** @description Certain breaks of its sequence */
                                sequence: string[];
                                credentials: {
                                    admit: string[];
                                    gone: string[];
                                    atRisk: string[];
                                };
                                act: boolean;
                                /** @description A suggestion in plain words */
                                action: string;
                            }[];
                            counts: {
                                rows: number;
                                codes: number;
                                /** @description Codes about which somebody must do something */
                                act: number;
                                remarks: number;
                            };
                        };
                        "text/csv": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
                                dependent: components["schemas"]["Dependent"];
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
        Code: "CTE_SEQUENCE_BROKEN" | "CTE_LEVEL_MISSING" | "CTE_MID_SEQUENCE_BROKEN" | "CTE_SUCCESSOR_UNKNOWN" | "CTE_INTRODUCTORY_SHARED";
        CodePlan: {
            id: string;
            title: string;
            /** @description A proposal as it stood when its suggestions were asked for */
            about: ({
                release: string;
            } | {
                proposal: string;
                revision: number;
                digest: string;
            }) | null;
            /** @description Null: the course codes as they are here */
            base: string | null;
            /** @description From which it holds */
            schoolYear: string;
            state: components["schemas"]["State"];
            version: number;
            entries: {
                suggested: number;
                accepted: number;
                edited: number;
                declined: number;
            };
            /** @description Course codes that are reached and need not change */
            withoutChange: number;
            /** @description That it became, or is becoming */
            edition: string | null;
            openedBy: components["schemas"]["Actor"];
            openedAt: string;
            updatedAt: string;
        };
        CodeSetEdition: {
            id: string;
            title: string;
            schoolYear: string | null;
            publishedOn: string | null;
            provenance: {
                source: string;
                verified: boolean;
            };
            origin: "imported" | "published";
            /** @description The code-change plan that it was made by */
            plan: string | null;
            codes: number;
            /** @description Of its rows: equal digests, equal rows */
            digest: string;
            by: components["schemas"]["Actor"];
            at: string;
        };
        Comparison: {
            counts: {
                added: number;
                gone: number;
                unchanged: number;
                title: number;
                description: number;
                level: number;
                sectorName: number;
                pathwayName: number;
                pathwayCode: number;
                effectiveFrom: number;
                effectiveTo: number;
            };
            added: {
                code: string;
                title: string;
                description: string | null;
                level: components["schemas"]["Level"] | null;
                /** @description As the source spells it */
                sectorName: string | null;
                pathwayName: string | null;
                /** @description CALPADS pathway code (11.13), three characters */
                pathwayCode: string | null;
                effectiveFrom: (string) | null;
                effectiveTo: (string) | null;
            }[];
            /** @description Not listed any more; nothing is deleted for that */
            gone: {
                code: string;
                title: string;
                description: string | null;
                level: components["schemas"]["Level"] | null;
                /** @description As the source spells it */
                sectorName: string | null;
                pathwayName: string | null;
                /** @description CALPADS pathway code (11.13), three characters */
                pathwayCode: string | null;
                effectiveFrom: (string) | null;
                effectiveTo: (string) | null;
            }[];
            changed: {
                code: string;
                field: "title" | "description" | "level" | "sectorName" | "pathwayName" | "pathwayCode" | "effectiveFrom" | "effectiveTo";
                from: string | null;
                to: string | null;
            }[];
            /** @description How many of each list are shown at most; the counts are of all */
            shown: number;
        };
        Completer: {
            answer: "yes" | "no" | "unknown";
            reasons: string[];
        };
        Count: {
            certain: number;
            unknown: number;
            pairs: components["schemas"]["Pair"];
        };
        CourseCode: {
            code: string;
            title: string;
            level: components["schemas"]["Level"];
            levelBasis: string | null;
            /** @description As the source spells it */
            sectorName: string | null;
            pathway: components["schemas"]["Pathway"];
            elective: boolean;
            /** @description School year; null is unknown */
            effectiveFrom: string | null;
            /** @description School year; null is unknown */
            effectiveTo: string | null;
            /** @description In the school year asked for; null where none was. What is certainly not in force is left out */
            inForce: ("yes" | "unknown") | null;
            gaps: string[];
            provenance: components["schemas"]["Provenance"];
            version: number;
            updatedAt: string;
            links: components["schemas"]["Link"][];
            rules: {
                rule: {
                    /** @description course code:document/authorization/subject */
                    id: string;
                    courseCode: string;
                    authType: "Full" | "Limited";
                    documentCode: string;
                    authorizationCode: string;
                    subjectCode: string;
                    kind: "sector" | "single-subject" | "wildcard" | "other";
                    condition: string | null;
                    verified: boolean;
                };
                authorization: components["schemas"]["Dependent"] | null;
                /** @description Examination twins; that they are admitted too is inferred */
                twins: components["schemas"]["Dependent"][];
            }[];
            openFlags: number;
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
        Dependent: {
            kind: "authorization" | "course-code" | "legal-reference";
            key: string;
            title: string;
            level: components["schemas"]["Level"] | null;
        };
        Dependent2: {
            kind: "authorization" | "course-code" | "legal-reference";
            key: string;
        };
        Differing: {
            kind: components["schemas"]["Kind2"];
            to: string[];
            title: string | null;
            level: components["schemas"]["Level"] | null;
            successor: "named" | "none" | "unknown";
            made: components["schemas"]["Made"] | null;
        };
        Disposition: "no-impact" | "rename-in-place" | "grandfather-by-issue-date" | "bridge-authorization" | "close-to-new-issuance" | "discontinue-initial-issuance" | "sunset-recommendation" | "replace-document" | "add" | "drop" | "reissue" | "recode" | "superseded";
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
        Entry: {
            kind: components["schemas"]["Kind2"];
            /** @default [] */
            from?: string[];
            /** @default [] */
            to?: string[];
            /** @default [] */
            newCodes?: {
                code: string;
                title: string;
                level: components["schemas"]["Level"];
                /** @default null */
                sectorName?: string | null;
                /** @default null */
                pathwayName?: string | null;
                /** @default null */
                pathwayCode?: string | null;
                /**
                 * @description The item that it belongs to; null: unknown, and it stays a gap
                 * @default null
                 */
                item?: {
                    framework: string;
                    /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                    item: string;
                } | null;
                /**
                 * @description Its last school year; null: nobody says
                 * @default null
                 */
                effectiveTo?: string | null;
            }[];
            /**
             * @description The new title, where the kind is one of title
             * @default null
             */
            title?: string | null;
            /**
             * @description Another level; null: as it is
             * @default null
             */
            level?: components["schemas"]["Level"] | null;
            /**
             * @default unknown
             */
            successor?: "named" | "none" | "unknown";
            reason: string;
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
            dependent: components["schemas"]["Dependent"];
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
        Item: {
            framework: string;
            id: string;
            /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
            key: string;
            kind: "sector" | "pathway" | "cluster" | "sub-cluster" | "anchor" | "standard" | "indicator" | "practice" | "program" | "occupation";
            title: string;
        };
        Kind: "Original" | "No change" | "Existed in pSCED" | "Did not exist" | "New" | "Change; code" | "Change; title" | "Change; code and title" | "Change; editorial revision" | "Change; code and editorial revision" | "Change; title and editorial revision" | "Change; substantive revision" | "Change; code and substantive revision" | "Change; title and substantive revision" | "Archived" | "Archived; code updated" | "Previously archived" | "Course recoded";
        Kind2: "No change" | "New" | "Change; code" | "Change; title" | "Change; code and title" | "Change; editorial revision" | "Change; code and editorial revision" | "Change; title and editorial revision" | "Change; substantive revision" | "Change; code and substantive revision" | "Change; title and substantive revision" | "Archived" | "Archived; code updated" | "Course recoded";
        Level: "exploratory" | "introductory" | "concentrator" | "capstone";
        Link: {
            id: string;
            dependent: components["schemas"]["Dependent"];
            framework: string;
            item: components["schemas"]["Item"] | null;
            any: ("sector" | "sector-count" | "sector-titles" | "cluster-count" | "cluster-titles") | null;
            lineage: components["schemas"]["Item"][];
            release: number;
            verified: boolean;
            basis: string;
        };
        Made: {
            code: string;
            title: string;
            level: components["schemas"]["Level"];
            /** @default null */
            sectorName: string | null;
            /** @default null */
            pathwayName: string | null;
            /** @default null */
            pathwayCode: string | null;
            /**
             * @description The item that it belongs to; null: unknown, and it stays a gap
             * @default null
             */
            item: {
                framework: string;
                /** @description Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code. */
                item: string;
            } | null;
            /**
             * @description Its last school year; null: nobody says
             * @default null
             */
            effectiveTo: string | null;
        };
        Pair: {
            holds: number;
            breaks: number;
            unknown: number;
        };
        Pathway: {
            name: string | null;
            basis: string | null;
        };
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
        Section: {
            count: number | null;
            counted: number;
        };
        State: "draft" | "publishing" | "published" | "withdrawn";
        State2: "suggested" | "accepted" | "edited" | "declined";
        State3: "open" | "in-review" | "returned" | "resolved";
        Status: "active" | "proposed" | "retired" | "unknown";
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
