// Written by `npm run openapi:client` from apps/api/openapi.json; do not edit.
export interface paths {
  '/api/admin/queues/ticket': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lets the browser that asks look at the queues for a quarter of an hour. */
    post: operations['queuePasses_issue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/areas': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Browses the tree from the city down, or searches it. */
    get: operations['areas_list'];
    put?: never;
    /** Adds an area below another. */
    post: operations['areas_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/areas/at': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The smallest area whose border holds a point. */
    get: operations['areas_at'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/areas/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One area with its border and all areas above it. */
    get: operations['areas_show'];
    put?: never;
    post?: never;
    /** Deletes an area that nothing uses. */
    delete: operations['areas_remove'];
    options?: never;
    head?: never;
    /** Changes name, border or households. */
    patch: operations['areas_update'];
    trace?: never;
  };
  '/api/areas/{id}/move': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hangs an area with everything below it elsewhere, or gives it another code. */
    post: operations['areas_move'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/areas/{id}/place-code': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The code of an area, or of a spot in it, on a card to print and hang up. */
    get: operations['placeCodes_sign'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/auth/demo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Signs in as an invented person of the demo community; 404 outside demo mode. */
    post: operations['auth_demo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/auth/logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends this session. */
    post: operations['auth_logout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/auth/logout-everywhere': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends every session of the person, on all devices. */
    post: operations['auth_logoutEverywhere'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/auth/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Signs in with user name and password, for administrators and staff. */
    post: operations['auth_password'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/auth/phone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Binds the phone behind a code of WeChat's phone button. */
    post: operations['auth_phone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/auth/refresh': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Exchanges a refresh token for the next pair. */
    post: operations['auth_refresh'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/auth/wechat': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Signs in with a code of `wx.login`; the first time makes the person. */
    post: operations['auth_wechat'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/boards/areas': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Areas with something to read, for choosing one. */
    get: operations['boards_areas'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/boards/orders/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An order's public page with its public steps. */
    get: operations['boards_order'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/boards/results': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 晒单: results the community published, newest first. */
    get: operations['boards_results'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/boards/wishes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 微心愿墙: wishes with their lamps, newest first. */
    get: operations['boards_wishes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['calendar_show'];
    /**
     * The whole calendar at once.
     * @description The whole calendar at once. Provisional deadlines are planned anew, others stay.
     */
    put: operations['calendar_change'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/days/{date}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** What one day is, above the official table. */
    put: operations['calendar_putDay'];
    post?: never;
    /** The day is what the official table says again. */
    delete: operations['calendar_removeDay'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/years/{year}/announce': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The year's days off have all been entered: its working days are no longer provisional. */
    post: operations['calendar_announce'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/categories': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The category tree of the caller's place. */
    get: operations['playbooks_categories'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deadlines/plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** When a promise given then would be due, and why: a dry run by the calendar in force. */
    post: operations['deadlinePlan_plan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deadlines/replan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Plans running promises anew by the policy in force, which by itself never moves them: first as a preview. */
    post: operations['deadlines_replan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deadlines/{id}/extend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 延期: by a supervisor, with a reason, within what the policy allows; the old date stays in the history. */
    post: operations['deadlines_extend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['deliveries_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deliveries/{id}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tries a dead or doubtful message again, from the first attempt on. */
    post: operations['deliveries_retry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty-catalogue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 职责清单: the reasons for which a unit may say that an order is not its to do.
     * @description 职责清单: the reasons for which a unit may say that an order is not its to do. Published, so that all know them.
     */
    get: operations['dutyCatalogue_catalogue'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty/figures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of the replies promised, shift by shift, without persons. */
    get: operations['desk_byShift'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty/handovers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Notes of an area, the newest first. */
    get: operations['desk_notes'];
    put?: never;
    /** Leaves a note to the next shift, with the list of what is open now. */
    post: operations['desk_leave'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty/handovers/{id}/take-over': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The next one has read it; said again it stays as it is. */
    post: operations['desk_takeOver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty/now': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is on duty for an area now and next, by post. */
    get: operations['duty_now'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty/queue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Orders in the caller's areas that wait for their first reply, the most urgent first.
     * @description Orders in the caller's areas that wait for their first reply, the most urgent first. Reply with `POST /api/orders/{id}/reply`.
     */
    get: operations['desk_waiting'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty/rosters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Rosters in the caller's areas. */
    get: operations['rosters_list'];
    put?: never;
    /** From now on somebody is always to be on duty in the area; asked again, the roster gets the name. */
    post: operations['rosters_keep'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty/rosters/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete: operations['rosters_end'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty/rosters/{id}/coverage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** When nobody is on duty in a period, as planned now. */
    get: operations['rosters_coverage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty/rosters/{id}/plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Plans the shifts of some days by a rotation; planning the same again changes nothing. */
    post: operations['rosters_plan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty/rosters/{id}/shifts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shifts in order, for those who keep the roster or take turns on it. */
    get: operations['rosters_listShifts'];
    put?: never;
    /** Adds one shift; the person has the rights of a duty officer for exactly that time. */
    post: operations['rosters_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty/shifts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The caller's own shifts.
     * @description The caller's own shifts. Who is only on duty tomorrow has no post today.
     */
    get: operations['shifts_mine'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty/shifts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Takes it out of the roster; one that runs ends now. */
    delete: operations['shifts_remove'];
    options?: never;
    head?: never;
    /** Another person or another time, before it begins. */
    patch: operations['shifts_move'];
    trace?: never;
  };
  '/api/duty/shifts/{id}/colleagues': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who could take a shift instead: for the one whose it is, and those who keep its roster. */
    get: operations['shifts_listColleagues'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty/shifts/{id}/substitute': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Somebody stands in for the shift, or for the rest of it. */
    post: operations['shifts_substitute'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty/shifts/{id}/swaps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks a colleague to take the caller's shift, perhaps for one of theirs in return. */
    post: operations['shifts_ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty/swaps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Swaps asked by or of the caller, the newest first. */
    get: operations['swaps_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty/swaps/{id}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The one who was asked takes the shift; its rights go with it. */
    post: operations['swaps_accept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty/swaps/{id}/decline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['swaps_decline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty/swaps/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The one who asked needs no answer any more. */
    post: operations['swaps_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/dwellings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The dwellings of an area and everything below it, by place and room; never who lives there. */
    get: operations['dwellings_list'];
    put?: never;
    /** Adds a room to a building, unit or estate; one that is there already is the answer. */
    post: operations['dwellings_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/dwellings/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['dwellings_show'];
    put?: never;
    post?: never;
    /** Deletes a dwelling nobody was ever registered at. */
    delete: operations['dwellings_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/escalations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 已升级: orders of the caller's areas whose missed promise climbed and is still owed; what has been owed for longest first. */
    get: operations['escalations_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/exports/orders.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['exports_csv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/exports/orders.xlsx': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['exports_xlsx'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/figures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Rates of reply, handled, solved and satisfied, each with its sample, of orders submitted in a period. */
    get: operations['figures_figures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends one photo: JPEG, PNG, HEIC or WebP by content, at most 10 MB.
     * @description Sends one photo: JPEG, PNG, HEIC or WebP by content, at most 10 MB. It is turned upright, loses its metadata and is kept in two sizes. Nobody but the sender sees it until an order claims it (`photoIds`); after 24 hours without one it is removed.
     */
    post: operations['files_upload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/files/links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Addresses of photos for programs that cannot send an Authorization header (`<img>`, the mini-program's `<Image>`). */
    post: operations['files_links'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/files/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A photo as JPEG: for its sender, for whoever may see what it belongs to, and for everybody once it is published. */
    get: operations['files_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The process answers. */
    get: operations['health_live'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The process can do its work, and what is due is being done somewhere: the database answers, no deadline and no event waits much longer than a living worker lets it.
     * @description The process can do its work, and what is due is being done somewhere: the database answers, no deadline and no event waits much longer than a living worker lets it. 503 otherwise, with the checks by name.
     */
    get: operations['health_ready'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The kinds of sheets with their columns, in the order in which a new community needs them. */
    get: operations['imports_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/imports/{kind}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Imports an .xlsx or .csv file of at most 20 MB and 50,000 rows.
     * @description Imports an .xlsx or .csv file of at most 20 MB and 50,000 rows. Every bad row is reported with its number, column and reason; importing the same sheet again changes nothing.
     */
    post: operations['imports_run'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/imports/{kind}/template': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An .xlsx to fill in, with an example row and the allowed values. */
    get: operations['imports_template'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inbox': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the caller was told, newest first. */
    get: operations['inbox_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inbox/read-all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Marks everything told up to a moment as read.
     * @description Marks everything told up to a moment as read. Answers with what is still unread.
     */
    post: operations['inbox_readAll'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inbox/unread': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['inbox_unread'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inbox/{id}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Marks one message as read; again changes nothing.
     * @description Marks one message as read; again changes nothing. Answers with what is still unread.
     */
    post: operations['inbox_read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ledger/heads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Where every community's chain ends now.
     * @description Where every community's chain ends now. Anybody may keep a copy; a history rewritten later no longer leads there.
     */
    get: operations['ledger_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/matters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Newest first: what the caller's posts cover, and what they applied for or wrote down. */
    get: operations['matters_list'];
    put?: never;
    post: operations['matters_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/matters/templates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What may be applied for, with the papers to bring and the steps it goes through. */
    get: operations['matters_templates'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/matters/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['matters_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/matters/{id}/advance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 办结本步: on to the next step; after the last one the matter is done. */
    post: operations['matters_advance'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/matters/{id}/refuse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 不予办理, with the reason the applicant reads. */
    post: operations['matters_refuse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/matters/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 恢复办理. */
    post: operations['matters_resume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/matters/{id}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 退回上一步, with a reason. */
    post: operations['matters_giveBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/matters/{id}/suspend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 等待补充材料: the clock stands still until the applicant has brought them. */
    post: operations['matters_suspend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/matters/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 撤回: by the applicant, or by whoever wrote it down for them. */
    post: operations['matters_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The caller: who they are, which posts they hold now, where they live.
     * @description The caller: who they are, which posts they hold now, where they live. Numbers are masked.
     */
    get: operations['me_show'];
    put?: never;
    post?: never;
    /**
     * Deletes the account: personal data goes, orders stay without their reporter.
     * @description Deletes the account: personal data goes, orders stay without their reporter. Cannot be undone.
     */
    delete: operations['me_erase'];
    options?: never;
    head?: never;
    /** Tells one's name, as long as the community has not registered it. */
    patch: operations['me_rename'];
    trace?: never;
  };
  '/api/me/data': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A copy of everything kept about the caller, unmasked. */
    get: operations['me_export'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/notification-preferences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the caller wants to be told, by group and channel, and their quiet hours. */
    get: operations['preferences_get'];
    /**
     * Replaces them.
     * @description Replaces them. What a promise depends on is told in any case to who was given an order or answers for the desk.
     */
    put: operations['preferences_set'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Changes the password; sessions on other devices end. */
    put: operations['me_changePassword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/subscriptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The subscription messages one can agree to, and how many of each are still to come. */
    get: operations['subscriptions_list'];
    put?: never;
    /** Records what the person answered in WeChat's dialogue: each 允许 is one message. */
    post: operations['subscriptions_record'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/totp': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begins to set up a second factor: a secret for the authenticator app. */
    post: operations['me_proposeTotp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/totp/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Switches the second factor on with a first code of the app. */
    post: operations['me_confirmTotp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/totp/remove': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Switches the second factor off. */
    post: operations['me_removeTotp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/objections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Those of the caller's areas and units, newest first. */
    get: operations['objections_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/objections/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['objections_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/objections/{id}/rule': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 裁定: upheld, the order goes back to dispatch; overruled, the unit must claim it and may not object again. */
    post: operations['objections_rule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Newest first: what the caller's posts cover, or their own matters and what they may claim. */
    get: operations['orders_list'];
    put?: never;
    /** 点单: posts a wish, orders a service, reports a problem or asks for an errand. */
    post: operations['orders_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['orders_counts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/similar': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** While typing: open orders nearby that may be the same matter. */
    get: operations['orders_similar'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['orders_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 受理, with how urgent it is (受理时定级). */
    post: operations['dispatchMoves_accept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/actions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the caller may do with it now. */
    get: operations['orders_actions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/appeal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 申诉: once, against a rejection. */
    post: operations['residentMoves_appeal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/children': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The child tasks it was split into, for those who see all of it. */
    get: operations['orders_children'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/claim': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 接单: of all who ask at once exactly one gets it. */
    post: operations['workMoves_claim'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 办结: never while the resident says it is not solved. */
    post: operations['dispatchMoves_close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/contact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** How to reach the resident: for those who work on the order, with a purpose, and on record. */
    post: operations['orders_contact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/deadlines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every promise of an order with its clock: when it is due, why, and what became of it. */
    get: operations['deadlines_ofOrder'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/dispatch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 派单: to a person, a unit, or the members who may claim it. */
    post: operations['dispatchMoves_dispatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/done': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 办理完成: with a summary and photos as evidence. */
    post: operations['workMoves_done'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/edit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 修改: while nobody has taken it up. */
    post: operations['residentMoves_edit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/follow': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 我也遇到了: be told of every step. */
    post: operations['residentMoves_follow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/merge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 合并: a duplicate joins the order that stays; its reporters follow it. */
    post: operations['dispatchMoves_merge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Which messages an order gave rise to, newest first: what was told, as what and by which way, and what became of it.
     * @description Which messages an order gave rise to, newest first: what was told, as what and by which way, and what became of it. The offices that answer for the order see all of them; everybody else those told to themselves.
     */
    get: operations['orderMessages_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/object': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 提出异议: the unit the order was sent to argues it back, once, before it must be claimed. */
    post: operations['objectOrder_object'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 晒单: the result becomes public, in a redacted copy. */
    post: operations['dispatchMoves_publish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/rate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 评价: solved or not, one to five stars, words. */
    post: operations['residentMoves_rate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 不予受理: with a reason the resident reads. */
    post: operations['dispatchMoves_reject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/remark': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 留言. */
    post: operations['residentMoves_remark'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/reopen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 没有解决: within the policy window. */
    post: operations['residentMoves_reopen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/reply': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 回复: a public reply in a person's words (C6). */
    post: operations['dispatchMoves_reply'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 恢复办理. */
    post: operations['workMoves_resume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 退回: back to the dispatcher, with a reason. */
    post: operations['workMoves_giveBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/review': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 回访. */
    post: operations['dispatchMoves_review'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/split': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 拆分: child tasks for several receivers; the first one leads. */
    post: operations['dispatchMoves_split'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/start': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 开始办理. */
    post: operations['workMoves_start'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/supervise': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 督办: a supervisor asks the order's community to explain, without waiting for a clock. */
    post: operations['superviseOrder_supervise'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/suspend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 挂起: waiting for the resident, material, weather. */
    post: operations['workMoves_suspend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every step: who, by which post, when, in which words. */
    get: operations['orders_timeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/unfollow': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 不再关注. */
    post: operations['residentMoves_unfollow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/unmerge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 取消合并. */
    post: operations['dispatchMoves_unmerge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/urge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 催办: at most once per policy period. */
    post: operations['residentMoves_urge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 撤回: before work starts. */
    post: operations['residentMoves_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/party-organisations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Each organisation before those below it. */
    get: operations['partyOrganisations_list'];
    put?: never;
    post: operations['partyOrganisations_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/party-organisations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['partyOrganisations_show'];
    put?: never;
    post?: never;
    /** Deletes an organisation that has nothing below it and in which nobody ever held a post. */
    delete: operations['partyOrganisations_remove'];
    options?: never;
    head?: never;
    /** Renames it, ties it to another area, or hangs it with everything below it under another organisation. */
    patch: operations['partyOrganisations_update'];
    trace?: never;
  };
  '/api/persons': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The people of an area and everything below it, newest first. */
    get: operations['persons_list'];
    put?: never;
    /** Registers a person in an area. */
    post: operations['persons_register'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/persons/find': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Finds people by their exact phone or ID number.
     * @description Finds people by their exact phone or ID number. In the body, not the address: addresses end up in logs.
     */
    post: operations['persons_find'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/persons/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One person, numbers masked. */
    get: operations['persons_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Corrects a person's entry. */
    patch: operations['persons_update'];
    trace?: never;
  };
  '/api/persons/{id}/disable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Blocks an account at once. */
    post: operations['persons_disable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/persons/{id}/enable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Opens a blocked account again. */
    post: operations['persons_enable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/persons/{id}/looks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who has looked at the person's data: for themselves and their administrators. */
    get: operations['persons_looks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/persons/{id}/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Gives a person a user name and a first password, or a new password when they lost theirs. */
    put: operations['persons_assignPassword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/persons/{id}/reveal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Shows fields unmasked; the look is recorded with its purpose. */
    post: operations['persons_reveal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/places/{areaId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where a code at a place 地点码 leads a browser: to the form for reporting, with the place filled in. */
    get: operations['placeCodes_open'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/playbooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['playbookAdmin_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/playbooks/in-force': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What counts in an area: its own playbook, else that of the nearest area above. */
    get: operations['playbookAdmin_inForce'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/playbooks/{areaId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Gives an area its own playbook, or the next version of it.
     * @description Gives an area its own playbook, or the next version of it. New orders are promised by it; running deadlines stay.
     */
    put: operations['playbookAdmin_put'];
    post?: never;
    /**
     * The area goes by what is above it again.
     * @description The area goes by what is above it again. Running deadlines stay, and orders keep moving.
     */
    delete: operations['playbookAdmin_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/playbooks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Any version, in force or not. */
    get: operations['playbookAdmin_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/posts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Posts in the areas the caller oversees, the newest appointment first. */
    get: operations['posts_list'];
    put?: never;
    /**
     * Appoints a person.
     * @description Appoints a person. Administrators fill every post of their areas, secretaries those of their community's staff.
     */
    post: operations['posts_appoint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/posts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['posts_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/posts/{id}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends a post at once; it stays in the history. */
    post: operations['posts_end'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/posts/{id}/substitutes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who stood, stands or will stand in for the holder of a post, the newest first. */
    get: operations['postSubstitutes_list'];
    put?: never;
    /** Names a substitute: by whoever may fill the post, or by its holder. */
    post: operations['postSubstitutes_substitute'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/posts/{id}/substitutes/{substituteId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** The holder is back, or never leaves; asked again, nothing changes. */
    delete: operations['postSubstitutes_end'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/publications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['publications_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/publications/{orderId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Puts other words before the public, and has them checked again. */
    put: operations['publications_edit'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/publications/{orderId}/overrule': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lets refused words stand, with a reason that is kept. */
    post: operations['publications_overrule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/residencies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Registrations in the caller's areas, newest first. */
    get: operations['residencies_list'];
    put?: never;
    /**
     * Asks to be registered as living somewhere.
     * @description Asks to be registered as living somewhere. Asking twice is one request.
     */
    post: operations['residencies_request'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/residencies/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['residencies_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/residencies/{id}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Confirms that the person lives there; from then on they belong to the area. */
    post: operations['residencies_confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/residencies/{id}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes a request back, or ends a registration after moving away. */
    post: operations['residencies_end'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/residencies/{id}/refuse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refuses a request, with a reason for the resident. */
    post: operations['residencies_refuse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/residencies/{id}/reveal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Shows the applicant's numbers to the worker who has to decide; the look is recorded with its purpose. */
    post: operations['residencies_reveal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/robots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['robots_list'];
    put?: never;
    post: operations['robots_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/robots/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: operations['robots_change'];
    post?: never;
    /** It says nothing more. */
    delete: operations['robots_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/supervision-orders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Those of the caller's areas, newest first. */
    get: operations['supervision_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/supervision-orders/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['supervision_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/supervision-orders/{id}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 答复: why the promise was missed and what is done about it. */
    post: operations['supervision_answer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/supervision-orders/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 销号: the office that asked is content with the answer. */
    post: operations['supervision_close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/supervision-orders/{id}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 退回补充: the answer does not do; the clock begins anew. */
    post: operations['supervision_sendBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/units': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['units_list'];
    put?: never;
    post: operations['units_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/units/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['units_show'];
    put?: never;
    post?: never;
    /** Deletes a unit in which nobody ever held a post. */
    delete: operations['units_remove'];
    options?: never;
    head?: never;
    /** A unit that answers for another area takes its posts along. */
    patch: operations['units_update'];
    trace?: never;
  };
  '/api/wall': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** At most a second old. */
    get: operations['wall_wall'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/wall/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Server-sent events: `wall` with the whole wall as it is, and again whenever it changed, at most once a second. */
    get: operations['wall_stream'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/wechat/callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** WeChat's question whether this address is ours; answered with its `echostr`. */
    get: operations['wechatCallback_prove'];
    put?: never;
    /** One event, as JSON or XML, in plain text or in safe mode; answered with `success`. */
    post: operations['wechatCallback_take'];
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
    AcceptBody: {
      version?: number;
      /** @enum {string} */
      urgency?: 'normal' | 'urgent';
    };
    ActionView: {
      /** @description What the person fills in. */
      fields: {
        [key: string]: unknown;
      }[];
      /** @description Last part of the path to POST to. */
      action: string;
      label: string;
    };
    AddRobot: {
      name: string;
      /** @description publication: public replies and results 晒单; alarm: promises missed and gaps in duty. */
      purposes: ('alarm' | 'publication')[];
      mentions: components['schemas']['RobotMention'][];
      /** Format: uuid */
      areaId: string;
      /** @description The part of the webhook's address after `key=`; never shown again. */
      key: string;
    };
    AddShiftDto: {
      /** Format: uuid */
      personId: string;
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
      name?: string;
    };
    AnnouncedYearDto: {
      /**
       * @description `official`: the table of the State Council's notices; `city`: entered by hand.
       * @enum {string}
       */
      by: 'city' | 'official';
      year: number;
    };
    AnswerWithinDto: {
      amount: number;
      /** @enum {string} */
      unit: 'days' | 'hours' | 'minutes' | 'workdays';
      /**
       * @description Of minutes and hours; days are natural, workdays working. Default: working.
       * @enum {string}
       */
      clock?: 'natural' | 'working';
    };
    AppointDto: {
      /** Format: uuid */
      personId: string;
      /** @enum {string} */
      role:
        | 'administrator'
        | 'cadre'
        | 'dispatcher'
        | 'duty_officer'
        | 'grid_worker'
        | 'party_member'
        | 'provider'
        | 'regulator'
        | 'secretary'
        | 'supervisor'
        | 'unit_responder';
      scope: components['schemas']['PostScopeDto'];
      /** @description As people say it; left out, it is the scope's name and the role's: 富强新村社区派单员. */
      name?: string;
      /**
       * Format: date-time
       * @description From when on it counts; left out: from now on.
       */
      from?: string;
      /**
       * Format: date-time
       * @description The first moment at which it no longer counts; left out: open-ended.
       */
      to?: string | null;
    };
    AreaDetailDto: {
      /** @description Corners as `[lng, lat]` in GCJ-02, the first not repeated. */
      polygon: number[][] | null;
      /** @description Where the row comes from. */
      source: string;
      /** @description The areas above, the city first. */
      ancestors: components['schemas']['AreaNameDto'][];
      /** @description What an administrator may want to look at; nothing is refused for it. */
      warnings: string[];
      /** @description The level's Chinese name. */
      levelName: string;
      parentId: string | null;
      /** @description Codes from the city down, joined by `/`. */
      path: string;
      households: number | null;
      hasChildren: boolean;
      version: number;
      id: string;
      code: string;
      name: string;
      /** @enum {string} */
      level: 'building' | 'city' | 'community' | 'district' | 'estate' | 'grid' | 'micro_grid' | 'subdistrict' | 'unit';
    };
    AreaDto: {
      /** @description The level's Chinese name. */
      levelName: string;
      parentId: string | null;
      /** @description Codes from the city down, joined by `/`. */
      path: string;
      households: number | null;
      hasChildren: boolean;
      version: number;
      id: string;
      code: string;
      name: string;
      /** @enum {string} */
      level: 'building' | 'city' | 'community' | 'district' | 'estate' | 'grid' | 'micro_grid' | 'subdistrict' | 'unit';
    };
    AreaNameDto: {
      id: string;
      code: string;
      name: string;
      /** @enum {string} */
      level: 'building' | 'city' | 'community' | 'district' | 'estate' | 'grid' | 'micro_grid' | 'subdistrict' | 'unit';
    };
    AreaPageDto: {
      items: components['schemas']['AreaDto'][];
      nextCursor: string | null;
    };
    AreaRef: {
      /** @description Codes from the city down, joined by `/`. */
      path: string;
      name: string;
    };
    AskSwapDto: {
      /**
       * Format: uuid
       * @description Who is asked to take the shift.
       */
      personId: string;
      /**
       * Format: uuid
       * @description Their shift that is taken in return; left out: none.
       */
      inReturnId?: string;
      reason?: string;
    };
    AssignPasswordDto: {
      userName: string;
    };
    AssignmentRef: {
      /** @enum {string} */
      type: 'person' | 'pool' | 'unit';
      id: string | null;
      name: string;
    };
    BoardArea: {
      /** @description Codes from the city down to the grid or estate, joined by `/`. */
      path: string;
      name: string;
    };
    BoardAreas: {
      items: components['schemas']['BoardArea'][];
    };
    BoardItem: {
      /** @enum {string} */
      kind: 'errand' | 'problem' | 'service' | 'wish';
      /** @description What was asked; null when the community tells it in its own words (`result`). */
      text: string | null;
      /** @description What became of it; null before it is published. */
      result: string | null;
      /** @enum {string} */
      state:
        | 'accepted'
        | 'claimed'
        | 'closed'
        | 'dispatched'
        | 'done'
        | 'in_progress'
        | 'merged'
        | 'published'
        | 'rated'
        | 'rejected'
        | 'reopened'
        | 'returned'
        | 'submitted'
        | 'suspended'
        | 'withdrawn';
      comment: string | null;
      /**
       * @description 愿望灯 of a wish: waiting, claimed, or lit by the resident's word; null for everything else.
       * @enum {string|null}
       */
      lamp: 'claimed' | 'lit' | 'waiting' | null;
      /** @description Post and masked name of who handles it. */
      handler: string | null;
      number: string;
      category: string;
      categoryName: string;
      title: string;
      area: components['schemas']['BoardArea'];
      stateName: string;
      /** Format: date-time */
      publishedAt: string | null;
      /** @description The resident's word, or a review visit's; null while nobody has said. */
      solved: boolean | null;
      stars: number | null;
      photoIds: string[];
    };
    BoardOrder: {
      /** @enum {string} */
      kind: 'errand' | 'problem' | 'service' | 'wish';
      /** @description What was asked; null when the community tells it in its own words (`result`). */
      text: string | null;
      /** @description What became of it; null before it is published. */
      result: string | null;
      /** @enum {string} */
      state:
        | 'accepted'
        | 'claimed'
        | 'closed'
        | 'dispatched'
        | 'done'
        | 'in_progress'
        | 'merged'
        | 'published'
        | 'rated'
        | 'rejected'
        | 'reopened'
        | 'returned'
        | 'submitted'
        | 'suspended'
        | 'withdrawn';
      comment: string | null;
      /**
       * @description 愿望灯 of a wish: waiting, claimed, or lit by the resident's word; null for everything else.
       * @enum {string|null}
       */
      lamp: 'claimed' | 'lit' | 'waiting' | null;
      /** @description Post and masked name of who handles it. */
      handler: string | null;
      number: string;
      category: string;
      categoryName: string;
      title: string;
      area: components['schemas']['BoardArea'];
      stateName: string;
      /** Format: date-time */
      publishedAt: string | null;
      /** @description The resident's word, or a review visit's; null while nobody has said. */
      solved: boolean | null;
      stars: number | null;
      photoIds: string[];
      steps: components['schemas']['BoardStep'][];
    };
    BoardPage: {
      /** @description Give it back as `cursor` for the next page; null on the last one. */
      nextCursor: string | null;
      items: components['schemas']['BoardItem'][];
    };
    BoardStep: {
      /** @enum {string} */
      state:
        | 'accepted'
        | 'claimed'
        | 'closed'
        | 'dispatched'
        | 'done'
        | 'in_progress'
        | 'merged'
        | 'published'
        | 'rated'
        | 'rejected'
        | 'reopened'
        | 'returned'
        | 'submitted'
        | 'suspended'
        | 'withdrawn';
      words: string | null;
      /** @description 受理, 回复, 接单 … */
      label: string;
      /** Format: date-time */
      at: string;
      /** @description 居民, 匿名居民, 系统, or a post with a masked name. */
      actor: string;
    };
    BoundPhoneDto: {
      /** @description New tokens after joining; the old ones have ended. */
      signedIn: components['schemas']['SignedInDto'] | null;
      /** @description Whether the community had registered this phone before: the caller now is that person. */
      joined: boolean;
    };
    CalendarDto: {
      week: string[][][];
      days: {
        [key: string]: {
          /** @enum {unknown} */
          kind: 'rest' | 'work';
          reason: string;
          hours?: string[][];
        };
      };
      announcedYears: number[];
      /** @description The year within sixty days whose days off are not known; null: none. */
      missingYear: number | null;
      /** @description Why the version in force was made. */
      reason: string | null;
      /** Format: date-time */
      changedAt: string | null;
      /** @description 0: the default hours, never changed. */
      version: number;
      /** @description Version of the official holiday table in use. */
      tableVersion: string;
      seasons: components['schemas']['CalendarSeasonDto'][];
      /** @description Every year whose days off are known, the official table's and the city's own. */
      years: components['schemas']['AnnouncedYearDto'][];
    };
    CalendarSeasonDto: {
      week: string[][][];
      name: string;
      from: string;
      to: string;
    };
    CategoryView: {
      /** @description Kinds of order it takes: wish, service, problem, errand. */
      kinds: ('errand' | 'problem' | 'service' | 'wish')[];
      /** @description Only a category without children takes orders. */
      children: components['schemas']['CategoryView'][];
      code: string;
      name: string;
    };
    ChangeCalendarDto: {
      /** @description The version this change was made from; 0 when the city has none of its own. */
      version: number;
      /** @description Monday to Sunday, each a list of hours from–to; a closed day is empty. */
      week: string[][][];
      /** @description Other hours for part of every year. */
      seasons: {
        /** @example 夏季 */
        name: string;
        /** @example 05-01 */
        from: string;
        /** @example 09-30 */
        to: string;
        week: string[][][];
      }[];
      /** @description Single days by date, above the official table. */
      days: {
        [key: string]: {
          /** @enum {unknown} */
          kind: 'rest' | 'work';
          reason: string;
          hours?: string[][];
        };
      };
      /** @description Years whose official days off stand in `days` because the official table does not have them yet. */
      announcedYears: number[];
      /** @description Why it is changed; kept with the version. */
      reason: string;
    };
    ChangePasswordDto: {
      /** Format: password */
      current: string;
      /** Format: password */
      next: string;
    };
    ChangeRobot: {
      name: string;
      /** @description publication: public replies and results 晒单; alarm: promises missed and gaps in duty. */
      purposes: ('alarm' | 'publication')[];
      mentions: components['schemas']['RobotMention'][];
    };
    Checks: {
      /** @enum {string} */
      database: 'down' | 'late' | 'ok';
      /**
       * @description Deadlines whose moment came and that nobody fired.
       * @enum {string}
       */
      deadlines: 'down' | 'late' | 'ok';
      /**
       * @description Facts that were committed and that nobody told on.
       * @enum {string}
       */
      outbox: 'down' | 'late' | 'ok';
    };
    ChildTask: {
      /** @enum {string} */
      kind: 'errand' | 'problem' | 'service' | 'wish';
      /** @enum {string} */
      state:
        | 'accepted'
        | 'claimed'
        | 'closed'
        | 'dispatched'
        | 'done'
        | 'in_progress'
        | 'merged'
        | 'published'
        | 'rated'
        | 'rejected'
        | 'reopened'
        | 'returned'
        | 'submitted'
        | 'suspended'
        | 'withdrawn';
      /** @enum {string} */
      urgency: 'normal' | 'urgent';
      id: string;
      /** @description As read out on the phone: yyMMdd-nnnnnn. */
      number: string;
      category: string;
      categoryName: string;
      stateName: string;
      version: number;
      title: string;
      area: components['schemas']['AreaRef'];
      /** Format: date-time */
      submittedAt: string;
      /** Format: date-time */
      repliedAt: string | null;
      /**
       * Format: date-time
       * @description The nearest promise that is still owed.
       */
      dueAt: string | null;
      overdue: boolean;
      assignee: components['schemas']['PersonRef'] | null;
      assignment: components['schemas']['AssignmentRef'] | null;
      urgeCount: number;
      /** @description Whether the caller may open it, not only know that it is there. */
      opens: boolean;
    };
    CloseSupervisionDto: {
      text?: string;
    };
    ColleagueDto: {
      id: string;
      name: string;
      /** @description On another shift at that time. */
      busy: boolean;
    };
    ColleaguesDto: {
      /** @description Those who are free first. */
      items: components['schemas']['ColleagueDto'][];
    };
    ConfirmPasswordDto: {
      /** Format: password */
      password: string;
    };
    ConfirmResidencyDto: {
      /**
       * Format: uuid
       * @description Needed when the request names an address only.
       */
      dwellingId?: string;
    };
    ContactBody: {
      /** @description Why the resident has to be reached; they can read it. */
      purpose: string;
    };
    ContactView: {
      phone: string | null;
      address: string | null;
      name: string;
    };
    CoverageDto: {
      from: string;
      to: string;
      gaps: components['schemas']['GapDto'][];
    };
    CreateAreaDto: {
      /** Format: uuid */
      parentId: string;
      /** @enum {string} */
      level: 'building' | 'city' | 'community' | 'district' | 'estate' | 'grid' | 'micro_grid' | 'subdistrict' | 'unit';
      /** @description Official down to the community; below it the community's own: G01, G01-E02. */
      code: string;
      name: string;
      households?: number | null;
      polygon?: number[][] | null;
    };
    CreateDwellingDto: {
      /**
       * Format: uuid
       * @description The building, unit or estate it lies in.
       */
      areaId: string;
      /** @description As it stands on the door: 501. */
      room: string;
    };
    CreateMatter: {
      /** @description Code of a template; see `GET /api/matters/templates`. */
      template: string;
      /**
       * Format: uuid
       * @description The resident it is for; a resident leaves it out, a worker may until the resident is registered.
       */
      applicantId?: string;
      /** @description A worker's note to find it again; never public. */
      title?: string;
      /** @description Code or path of the applicant's area; absent: the caller's home. */
      area?: string;
    };
    CreateOrder: {
      /** @enum {string} */
      kind: 'errand' | 'problem' | 'service' | 'wish';
      /** @description Code of a category without children. */
      category: string;
      title: string;
      description: string;
      location?: components['schemas']['Location'];
      /**
       * @description Code or path of an area, when there is no point; otherwise the reporter's home counts. Below the community a code stands
       *     behind its community's: `320402003012/G01`.
       */
      area?: string;
      address?: string;
      /** @description The name is not shown to those who handle it, nor in public. */
      anonymous?: boolean;
      /** @description Only those who must handle it see it at all; never on a board. */
      confidential?: boolean;
      photoIds?: string[];
      /**
       * Format: uuid
       * @description The resident it is for, when somebody writes it down on their behalf.
       */
      reporterId?: string;
    };
    CreatePartyOrganisationDto: {
      /**
       * Format: uuid
       * @description Left out for the topmost organisation.
       */
      parentId?: string | null;
      /** @enum {string} */
      level: 'branch' | 'committee' | 'general_branch' | 'group' | 'household' | 'work_committee';
      code: string;
      name: string;
      /**
       * Format: uuid
       * @description The area it works in.
       */
      areaId: string;
    };
    CreateUnitDto: {
      code: string;
      name: string;
      /** @enum {string} */
      kind: 'department' | 'employer' | 'owners_committee' | 'property_company' | 'shop' | 'social_organisation';
      /**
       * Format: uuid
       * @description The area it answers for.
       */
      areaId: string;
      address?: string | null;
    };
    CreatedMatter: {
      /** @enum {string} */
      state: 'done' | 'refused' | 'running' | 'suspended' | 'withdrawn';
      id: string;
      number: string;
      version: number;
    };
    CreatedOrder: {
      id: string;
      /** @description As read out on the phone: yyMMdd-nnnnnn. */
      number: string;
      state: string;
      version: number;
    };
    DayPlanDto: {
      /** @description Each begins when the one before ends; together 24 hours. */
      times: components['schemas']['ShiftTimeDto'][];
      /** @description Day after day the next line, then from the first one again. */
      cycle: components['schemas']['TurnDto'][];
    };
    DeadlineList: {
      items: components['schemas']['DeadlineView'][];
    };
    DeadlinePlanDto: {
      /**
       * Format: date-time
       * @example 2026-02-24T17:30:00+08:00
       */
      dueAt: string;
      /** @description It reaches into a year whose days off are not announced yet: the date may still move. */
      provisional: boolean;
      /** @description How the date was counted, as a Chinese sentence. */
      why: string;
    };
    DeadlineView: {
      /** @enum {string} */
      kind: 'accept' | 'answer' | 'claim' | 'finish' | 'rate' | 'reply' | 'ruling' | 'rung' | 'step' | 'total';
      /** @enum {string} */
      clock: 'natural' | 'working';
      /**
       * Format: date-time
       * @example 2026-02-24T17:30:00+08:00
       */
      startedAt: string;
      /**
       * Format: date-time
       * @example 2026-02-24T17:30:00+08:00
       */
      dueAt: string;
      /** @enum {string} */
      state: 'cancelled' | 'met' | 'missed' | 'paused' | 'running';
      /** @description Of a rung its number, from 1; otherwise 0. */
      rung: number;
      /**
       * Format: date-time
       * @example 2026-02-24T17:30:00+08:00
       */
      pausedAt: string | null;
      /**
       * Format: date-time
       * @example 2026-02-24T17:30:00+08:00
       */
      endedAt: string | null;
      /**
       * Format: date-time
       * @description When the act came, perhaps late.
       * @example 2026-02-24T17:30:00+08:00
       */
      fulfilledAt: string | null;
      /** @description Answers `pausedUntil`: the date there would be; null for one that is over. */
      ifPaused: components['schemas']['WhatIf'] | null;
      /** @description To whoever might, when it has been extended as often as it may be: says so, as a Chinese sentence. */
      extendedEnough: string | null;
      id: string;
      kindName: string;
      stateName: string;
      /** @description It reaches into a year whose days off are not announced yet. */
      provisional: boolean;
      /** @description Where the date comes from, as a Chinese sentence. */
      why: string;
      /** @description The whole of it in one Chinese sentence: when it is due, what is left, and why. */
      explanation: string;
      /** @description Whether the caller may give more time now. */
      mayExtend: boolean;
    };
    DeliveryPage: {
      nextCursor: string | null;
      items: components['schemas']['DeliveryView'][];
    };
    DeliveryView: {
      /** @enum {string} */
      channel: 'sms' | 'wechat' | 'wecom';
      /** @enum {string} */
      state: 'dead' | 'failed' | 'merged' | 'queued' | 'sending' | 'sent' | 'unknown' | 'void';
      /** @description What went wrong last, in words. */
      error: string | null;
      /**
       * Format: date-time
       * @description When it is tried next.
       */
      nextAt: string | null;
      /** Format: date-time */
      sentAt: string | null;
      id: string;
      template: string;
      text: string;
      attempts: number;
      /** Format: date-time */
      createdAt: string;
    };
    DemoSignInDto: {
      /** @description resident, resident2, member, member2, cadre, duty, dispatcher, secretary, supervisor, admin */
      persona: string;
    };
    DeskAreaDto: {
      path: string;
      name: string;
    };
    DeskItemDto: {
      /** @description Of the order. */
      id: string;
      number: string;
      title: string;
      categoryName: string;
      area: components['schemas']['DeskAreaDto'];
      /** @description ISO 8601 with +08:00. */
      submittedAt: string;
      dueAt: string;
      /** @description In one Chinese sentence, why it is due then. */
      why: string;
      /** @description Whole minutes until the reply is due; below zero when it is late. */
      minutesLeft: number;
      missed: boolean;
      /** @description How often it was called to mind. */
      reminders: number;
    };
    DeskPageDto: {
      items: components['schemas']['DeskItemDto'][];
      nextCursor: string | null;
    };
    DisablePersonDto: {
      reason: string;
    };
    DispatchBody: {
      version?: number;
      /**
       * @description Every party member of the community may claim it.
       * @enum {string}
       */
      pool?: 'members';
      /** Format: uuid */
      personId?: string;
      /** Format: uuid */
      unitId?: string;
      reason?: string;
    };
    DoneBody: {
      version?: number;
      summary: string;
      photoIds?: string[];
    };
    DutyAreaDto: {
      path: string;
      name: string;
    };
    DutyFiguresDto: {
      area: components['schemas']['DeskAreaDto'];
      postName: string;
      from: string;
      to: string;
      items: components['schemas']['ShiftFiguresDto'][];
    };
    DutyNowDto: {
      area: components['schemas']['DutyAreaDto'];
      now: components['schemas']['OnDutyDto'] | null;
      next: components['schemas']['OnDutyDto'] | null;
    };
    DutyReasonView: {
      code: string;
      name: string;
      /** @description When it applies. */
      description: string;
    };
    DwellingDto: {
      id: string;
      areaId: string;
      areaPath: string;
      room: string;
      /** @description Area names from the community down, and the room: 富强新村社区 第一网格 3幢 2单元 501. */
      address: string;
    };
    DwellingPageDto: {
      items: components['schemas']['DwellingDto'][];
      nextCursor: string | null;
    };
    EditBody: {
      version?: number;
      title?: string;
      description?: string;
      category?: string;
      address?: string;
      photoIds?: string[];
    };
    EditPublication: {
      title?: string;
      text?: string;
      steps?: components['schemas']['StepWords'][];
      /** @description The version this was decided on. */
      version?: number;
    };
    EscalatedOrder: {
      /** @enum {string} */
      state:
        | 'accepted'
        | 'claimed'
        | 'closed'
        | 'dispatched'
        | 'done'
        | 'in_progress'
        | 'merged'
        | 'published'
        | 'rated'
        | 'rejected'
        | 'reopened'
        | 'returned'
        | 'submitted'
        | 'suspended'
        | 'withdrawn';
      id: string;
      number: string;
      title: string;
      stateName: string;
      areaName: string;
    };
    EscalationOffice: {
      /** @enum {string} */
      role: 'regulator' | 'secretary' | 'supervisor';
      roleName: string;
      areaName: string;
      /** @description Nobody held it where it should be held: the office above was told. */
      vacant: boolean;
    };
    EscalationPage: {
      nextCursor: string | null;
      items: components['schemas']['EscalationView'][];
    };
    EscalationView: {
      /** @enum {string} */
      missed: 'accept' | 'answer' | 'claim' | 'finish' | 'rate' | 'reply' | 'ruling' | 'rung' | 'step' | 'total';
      /**
       * Format: date-time
       * @example 2026-02-24T17:30:00+08:00
       */
      dueAt: string;
      /** @description How high it came, from 1. */
      rung: number;
      /**
       * Format: date-time
       * @description When it came there.
       * @example 2026-02-24T17:30:00+08:00
       */
      at: string;
      order: components['schemas']['EscalatedOrder'];
      missedName: string;
      told: components['schemas']['EscalationOffice'];
    };
    ExtendBody: {
      amount: number;
      /**
       * @description Minutes and hours run on the deadline's own kind of time.
       * @enum {string}
       */
      unit: 'days' | 'hours' | 'minutes' | 'workdays';
      reason: string;
      /** @description True: answers with the date there would be, and changes nothing. */
      preview?: boolean;
    };
    FieldProblem: {
      /**
       * @description Path of the field as it was sent
       * @example location.lng
       */
      field: string;
      /**
       * @description The rule it breaks
       * @example length
       */
      code: string;
      /** @description In Chinese, for the person */
      message: string;
    };
    FigureRow: {
      medianMinutesToReply: number | null;
      medianMinutesToHandle: number | null;
      /** @description Orders submitted, without child tasks, withdrawn orders and duplicates that were merged. */
      orders: number;
      /** @description A person replied, ever. */
      replied: components['schemas']['Share'];
      /** @description A person replied within the category's promise, of those replied to or past it (C6). */
      repliedInTime: components['schemas']['Share'];
      /** @description "Handled": the assignee's word, of those not rejected. */
      handled: components['schemas']['Share'];
      /** @description "Solved": the resident's or a review visit's word, of those where somebody has said. */
      solved: components['schemas']['Share'];
      /** @description Solved by the resident's own rating, of those rated. */
      solvedByResident: components['schemas']['Share'];
      /** @description Four or five stars, of those rated. */
      satisfied: components['schemas']['Share'];
      /** @description Area path, category code, month (2026-11) or kind. */
      key: string;
      name: string;
    };
    FigureSet: {
      medianMinutesToReply: number | null;
      medianMinutesToHandle: number | null;
      /** @description Orders submitted, without child tasks, withdrawn orders and duplicates that were merged. */
      orders: number;
      /** @description A person replied, ever. */
      replied: components['schemas']['Share'];
      /** @description A person replied within the category's promise, of those replied to or past it (C6). */
      repliedInTime: components['schemas']['Share'];
      /** @description "Handled": the assignee's word, of those not rejected. */
      handled: components['schemas']['Share'];
      /** @description "Solved": the resident's or a review visit's word, of those where somebody has said. */
      solved: components['schemas']['Share'];
      /** @description Solved by the resident's own rating, of those rated. */
      solvedByResident: components['schemas']['Share'];
      /** @description Four or five stars, of those rated. */
      satisfied: components['schemas']['Share'];
    };
    Figures: {
      from: string | null;
      /** @description The moment after the last one counted. */
      until: string | null;
      area: components['schemas']['FiguresArea'];
      total: components['schemas']['FigureSet'];
      rows: components['schemas']['FigureRow'][];
    };
    FiguresArea: {
      path: string;
      name: string;
    };
    FileLink: {
      /** Format: uuid */
      id: string;
      thumbUrl: string;
      largeUrl: string;
      /**
       * Format: date-time
       * @description When the addresses stop working, one to two hours from now.
       */
      expiresAt: string;
    };
    FileLinks: {
      /** @description In the order asked for, without those the caller may not see. */
      items: components['schemas']['FileLink'][];
    };
    FindPersonDto: {
      phone?: string | null;
      idNumber?: string | null;
    };
    FoundPersonsDto: {
      items: components['schemas']['PersonDto'][];
    };
    GapDto: {
      from: string;
      to: string;
      minutes: number;
    };
    HandOverDto: {
      /** @description For the next one; needed while anything is open. */
      note?: string;
      /** @description Code or path of the area; left out: that of the caller's duty. */
      area?: string;
    };
    HandedOverDto: {
      orderId: string;
      number: string;
      dueAt: string;
      missed: boolean;
    };
    HandoverDto: {
      id: string;
      areaPath: string;
      person: components['schemas']['HandoverPersonDto'];
      postName: string;
      note: string;
      /** @description What was open at that moment, the most urgent first; at most 100. */
      open: components['schemas']['HandedOverDto'][];
      openCount: number;
      at: string;
      /** @description Null: whoever comes next has not read it yet. */
      takenOverBy: components['schemas']['HandoverPersonDto'] | null;
      takenOverAt: string | null;
    };
    HandoverPageDto: {
      items: components['schemas']['HandoverDto'][];
      nextCursor: string | null;
    };
    HandoverPersonDto: {
      id: string;
      name: string;
    };
    Health: {
      /** @enum {string} */
      status: 'ok';
    };
    HomeDto: {
      /** @description Of the registration (residency). */
      id: string;
      /** @enum {string} */
      state: 'confirmed' | 'ended' | 'refused' | 'requested';
      /** @enum {string} */
      relation: 'family' | 'owner' | 'tenant';
      /** @description Area names from the community down, and the room. */
      address: string;
      areaId: string;
      areaPath: string;
    };
    ImportColumnDto: {
      heading: string;
      /** @enum {string} */
      check:
        'border' | 'choice' | 'code' | 'day' | 'idNumber' | 'phone' | 'reference' | 'scope' | 'text' | 'time' | 'whole';
      required: boolean;
      /** @description The words to choose from. */
      choices: string[];
      example: string;
      hint: string;
    };
    ImportKindDto: {
      /** @description For the address: `/api/imports/{code}`. */
      code: string;
      name: string;
      columns: components['schemas']['ImportColumnDto'][];
    };
    ImportKindsDto: {
      items: components['schemas']['ImportKindDto'][];
    };
    ImportResultDto: {
      kind: string;
      /** @enum {string} */
      mode: 'all-or-nothing' | 'partial';
      dryRun: boolean;
      /** @description Whether anything was written. */
      applied: boolean;
      /** @description Rows of data in the sheet. */
      rows: number;
      /** @description New; in a dry run: would be. */
      added: number;
      changed: number;
      /** @description Already so: importing a sheet twice changes nothing. */
      unchanged: number;
      /** @description Rows with problems. */
      failed: number;
      /** @description The first 500 problems, by row. */
      problems: components['schemas']['RowProblemDto'][];
    };
    InboxMessage: {
      /**
       * @description mine, followed, work, desk: what the message is to its receiver.
       * @enum {string}
       */
      group: 'desk' | 'followed' | 'mine' | 'work';
      /** @description The order it is about, if any. */
      orderId: string | null;
      /** Format: date-time */
      readAt: string | null;
      id: string;
      /** @description Which message, e.g. mine.accepted; for icons. */
      template: string;
      text: string;
      /** @description What to open. */
      subject: components['schemas']['MessageSubject'];
      /** Format: date-time */
      createdAt: string;
    };
    InboxPage: {
      nextCursor: string | null;
      items: components['schemas']['InboxMessage'][];
    };
    InitialPasswordDto: {
      userName: string;
      /** @description Shown once; the person is asked to change it. */
      initialPassword: string;
    };
    KeepRosterDto: {
      /** @description Code or path of the area. */
      area: string;
      /** @description Under which those on duty are known in public; left out: the area's name with 值班员. */
      name?: string;
    };
    LedgerHead: {
      /** @description Path of the community; of the city for what belongs to none. */
      chain: string;
      /** @description How many links the chain has. */
      sequence: number;
      /** @description SHA-256 of the last link. Whoever noted it down can later prove that no earlier step was changed. */
      hash: string;
    };
    LedgerHeadsPage: {
      nextCursor: string | null;
      items: components['schemas']['LedgerHead'][];
    };
    LinksRequest: {
      ids: string[];
    };
    Location: {
      lng: number;
      lat: number;
    };
    LookDto: {
      id: string;
      /** Format: date-time */
      at: string;
      /** @description Who looked. */
      byId: string;
      byName: string;
      /** @description The post it was done in; null for a look-up across the city. */
      postName: string | null;
      fields: string[];
      purpose: string;
    };
    LookPageDto: {
      items: components['schemas']['LookDto'][];
      nextCursor: string | null;
    };
    MatterActionView: {
      /**
       * @description Last part of the path to POST to.
       * @enum {string}
       */
      action: 'advance' | 'refuse' | 'resume' | 'return' | 'suspend' | 'withdraw';
      label: string;
      /** @description What the words are about; at least `min`, at most `max` characters. */
      field: string;
      min: number;
      max: number;
    };
    MatterApplicant: {
      id: string;
      /** @description Masked, unless it is the reader. */
      name: string;
    };
    MatterArea: {
      path: string;
      name: string;
    };
    MatterHistoryItem: {
      /** Format: date-time */
      at: string;
      words: string | null;
      id: string;
      action: string;
      label: string;
      /** @description Name of the step it happened at. */
      step: string;
      /** @description A post, 申请人 or 系统; to staff with the person's name. */
      actor: string;
    };
    MatterItem: {
      title: string | null;
      /** @enum {string} */
      state: 'done' | 'refused' | 'running' | 'suspended' | 'withdrawn';
      applicant: components['schemas']['MatterApplicant'] | null;
      /** @description Null when it is over. */
      current: components['schemas']['MatterPlace'] | null;
      /** Format: date-time */
      startedAt: string;
      /** Format: date-time */
      endedAt: string | null;
      id: string;
      number: string;
      template: string;
      templateName: string;
      area: components['schemas']['MatterArea'];
      stateName: string;
      version: number;
    };
    MatterNote: {
      version?: number;
      words: string;
    };
    MatterPage: {
      /** @description Give it back as `cursor` for the next page; null on the last one. */
      nextCursor: string | null;
      items: components['schemas']['MatterItem'][];
    };
    MatterPlace: {
      /**
       * Format: date-time
       * @description ISO 8601, +08:00; while it waits for papers the date it had.
       */
      dueAt: string;
      /** @description From 1. */
      number: number;
      code: string;
      name: string;
      /** @description The responsible post, never a person. */
      post: string;
      overdue: boolean;
      /** @description Calendar days in Shanghai; negative when past. */
      daysLeft: number;
      /** @description One sentence: how the date came about. */
      why: string;
      provisional: boolean;
    };
    MatterStepView: {
      /** @description Natural days it must stand at least, e.g. a public notice. */
      waitsForDays: number | null;
      /** @enum {string} */
      place: 'ahead' | 'current' | 'done';
      /** Format: date-time */
      startedAt: string | null;
      /** Format: date-time */
      endedAt: string | null;
      /** Format: date-time */
      dueAt: string | null;
      code: string;
      name: string;
      post: string;
      /** @description 3个工作日, 24小时. */
      within: string;
      late: boolean;
    };
    MatterTemplateView: {
      code: string;
      name: string;
      documents: string[];
      steps: components['schemas']['TemplateStepView'][];
    };
    MatterView: {
      title: string | null;
      /** @enum {string} */
      state: 'done' | 'refused' | 'running' | 'suspended' | 'withdrawn';
      applicant: components['schemas']['MatterApplicant'] | null;
      /** @description Null when it is over. */
      current: components['schemas']['MatterPlace'] | null;
      /** Format: date-time */
      startedAt: string;
      /** Format: date-time */
      endedAt: string | null;
      id: string;
      number: string;
      template: string;
      templateName: string;
      area: components['schemas']['MatterArea'];
      stateName: string;
      version: number;
      documents: string[];
      steps: components['schemas']['MatterStepView'][];
      history: components['schemas']['MatterHistoryItem'][];
      /** @description What the caller may do with it now. */
      actions: components['schemas']['MatterActionView'][];
    };
    MeDto: {
      id: string;
      name: string;
      /** @description Whether the person may still change the name themselves; once the community knows them, it does. */
      nameIsFree: boolean;
      phone: string | null;
      phoneVerified: boolean;
      idNumber: string | null;
      /** @description Posts that count now. */
      posts: components['schemas']['MyPostDto'][];
      areas: components['schemas']['PersonAreaDto'][];
      homes: components['schemas']['HomeDto'][];
      signIn: components['schemas']['MySignInDto'];
      version: number;
    };
    MergeBody: {
      version?: number;
      /** @description Id or number of the order that stays. */
      into: string;
    };
    MessageSubject: {
      /** @description order, supervision_order, objection, matter, duty, duty_swap, residency. */
      type: string;
      id: string;
    };
    MoveAreaDto: {
      version: number;
      /**
       * Format: uuid
       * @description The area to hang it below; left out, it stays where it is.
       */
      parentId?: string;
      /** @description Its new code; left out, the old one is carried over to the new place (G01-E02 below G03 becomes G03-E02). */
      code?: string;
    };
    MoveShiftDto: {
      /** Format: uuid */
      personId?: string;
      /** Format: date-time */
      from?: string;
      /** Format: date-time */
      to?: string;
    };
    MyDataDto: {
      /** @description The entry itself, unmasked. */
      person: {
        [key: string]: unknown;
      };
      /** @description Everything features keep about the person, by what it is. */
      records: {
        [key: string]: Record<string, never>[];
      };
      /** Format: date-time */
      exportedAt: string;
    };
    MyPostDto: {
      id: string;
      /** @enum {string} */
      role:
        | 'administrator'
        | 'cadre'
        | 'dispatcher'
        | 'duty_officer'
        | 'grid_worker'
        | 'party_member'
        | 'provider'
        | 'regulator'
        | 'secretary'
        | 'supervisor'
        | 'unit_responder';
      /** @description 网格员 */
      roleName: string;
      /** @description As people say it: 富强新村社区派单员. */
      name: string;
      /** @enum {string} */
      scopeType: 'area' | 'party' | 'unit';
      scopeId: string;
      areaPath: string;
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string | null;
    };
    MySignInDto: {
      wechat: boolean;
      /** @description Null when the person does not sign in by password. */
      userName: string | null;
      /** @description The first password, given by somebody else, is still in use. */
      passwordChangeRequired: boolean;
      /** @description Whether a second factor counts. */
      totp: boolean;
    };
    ObjectDto: {
      /** @description A code of the duty catalogue 职责清单. */
      reasonCode: string;
      /** @description Why this reason applies here, and whose matter it is instead. */
      text: string;
    };
    ObjectionAreaRef: {
      path: string;
      name: string;
    };
    ObjectionOrderRef: {
      /** @enum {string} */
      state:
        | 'accepted'
        | 'claimed'
        | 'closed'
        | 'dispatched'
        | 'done'
        | 'in_progress'
        | 'merged'
        | 'published'
        | 'rated'
        | 'rejected'
        | 'reopened'
        | 'returned'
        | 'submitted'
        | 'suspended'
        | 'withdrawn';
      id: string;
      number: string;
      stateName: string;
    };
    ObjectionPage: {
      items: components['schemas']['ObjectionView'][];
      nextCursor: string | null;
    };
    ObjectionReason: {
      code: string;
      name: string;
    };
    ObjectionRuling: {
      /**
       * Format: date-time
       * @example 2026-02-24T17:30:00+08:00
       */
      at: string;
      upheld: boolean;
      text: string | null;
      post: string | null;
    };
    ObjectionUnitRef: {
      id: string;
      name: string;
    };
    ObjectionView: {
      /** @enum {string} */
      state: 'overruled' | 'raised' | 'upheld' | 'void';
      /**
       * Format: date-time
       * @example 2026-02-24T17:30:00+08:00
       */
      raisedAt: string;
      /**
       * Format: date-time
       * @description Until when it must be ruled on.
       * @example 2026-02-24T17:30:00+08:00
       */
      dueAt: string | null;
      ruling: components['schemas']['ObjectionRuling'] | null;
      id: string;
      order: components['schemas']['ObjectionOrderRef'];
      unit: components['schemas']['ObjectionUnitRef'];
      area: components['schemas']['ObjectionAreaRef'];
      reason: components['schemas']['ObjectionReason'];
      text: string;
      /** @description By which post it was raised; nobody's name. */
      post: string;
      stateName: string;
      /** @description How the date came about. */
      why: string | null;
    };
    OnDutyDto: {
      /** @description Known by the post, never by the person. */
      postName: string;
      /** @description ISO 8601 with +08:00. */
      from: string;
      /** @description Null: a standing post. */
      to: string | null;
      /** @description Somebody stands in for whoever is away. */
      standIn: boolean;
    };
    OptionalMatterNote: {
      version?: number;
      words?: string;
    };
    OptionalReasonBody: {
      version?: number;
      reason?: string;
    };
    OrderCounts: {
      /** @description How many orders the caller's filters match, per state. */
      byState: {
        [key: string]: number;
      };
      total: number;
      overdue: number;
    };
    OrderItem: {
      /** @enum {string} */
      kind: 'errand' | 'problem' | 'service' | 'wish';
      /** @enum {string} */
      state:
        | 'accepted'
        | 'claimed'
        | 'closed'
        | 'dispatched'
        | 'done'
        | 'in_progress'
        | 'merged'
        | 'published'
        | 'rated'
        | 'rejected'
        | 'reopened'
        | 'returned'
        | 'submitted'
        | 'suspended'
        | 'withdrawn';
      /** @enum {string} */
      urgency: 'normal' | 'urgent';
      id: string;
      /** @description As read out on the phone: yyMMdd-nnnnnn. */
      number: string;
      category: string;
      categoryName: string;
      stateName: string;
      version: number;
      title: string;
      area: components['schemas']['AreaRef'];
      /** Format: date-time */
      submittedAt: string;
      /** Format: date-time */
      repliedAt: string | null;
      /**
       * Format: date-time
       * @description The nearest promise that is still owed.
       */
      dueAt: string | null;
      overdue: boolean;
      assignee: components['schemas']['PersonRef'] | null;
      assignment: components['schemas']['AssignmentRef'] | null;
      urgeCount: number;
    };
    OrderLocation: {
      lng: number;
      lat: number;
    };
    OrderMessage: {
      /**
       * @description Null where it was not kept.
       * @enum {string|null}
       */
      relation:
        | 'addressee'
        | 'administrator'
        | 'assignee'
        | 'concerned'
        | 'creator'
        | 'dispatcher'
        | 'duty_officer'
        | 'follower'
        | 'former'
        | 'group'
        | 'holder'
        | 'leader'
        | 'registrar'
        | 'reporter'
        | 'secretary'
        | 'supervisor'
        | 'unit'
        | null;
      /** @description The same in Chinese: 值班员, 诉求人. */
      relationName: string | null;
      /** @enum {string} */
      channel: 'inbox' | 'sms' | 'wechat' | 'wecom';
      /**
       * @description What is in the inbox is sent.
       * @enum {string}
       */
      state: 'dead' | 'failed' | 'merged' | 'queued' | 'sending' | 'sent' | 'unknown' | 'void';
      /** Format: date-time */
      sentAt: string | null;
      id: string;
      /** @description The step or other news it tells of; messages with the same one were told together. */
      eventId: string;
      /** @description Which message, e.g. desk.replyMissed. */
      template: string;
      text: string;
      /**
       * Format: date-time
       * @description When it was told.
       */
      at: string;
    };
    OrderMessagePage: {
      nextCursor: string | null;
      items: components['schemas']['OrderMessage'][];
    };
    OrderPage: {
      /** @description Give it back as `cursor` for the next page; null on the last one. */
      nextCursor: string | null;
      items: components['schemas']['OrderItem'][];
    };
    OrderView: {
      /** @enum {string} */
      kind: 'errand' | 'problem' | 'service' | 'wish';
      /** @enum {string} */
      state:
        | 'accepted'
        | 'claimed'
        | 'closed'
        | 'dispatched'
        | 'done'
        | 'in_progress'
        | 'merged'
        | 'published'
        | 'rated'
        | 'rejected'
        | 'reopened'
        | 'returned'
        | 'submitted'
        | 'suspended'
        | 'withdrawn';
      /** @enum {string} */
      urgency: 'normal' | 'urgent';
      /**
       * @description full: everything; pool: what helps to decide on claiming; public: the redacted copy.
       * @enum {string}
       */
      visibility: 'full' | 'pool' | 'public';
      description: string;
      address: string | null;
      location: components['schemas']['OrderLocation'] | null;
      photoIds: string[];
      anonymous: boolean;
      confidential: boolean;
      reporter: components['schemas']['PersonRef'] | null;
      isFollowing: boolean;
      parentId: string | null;
      openChildren: number;
      mergedInto: string | null;
      /** Format: date-time */
      acceptedAt: string | null;
      /** Format: date-time */
      doneAt: string | null;
      /** Format: date-time */
      publishedAt: string | null;
      /** Format: date-time */
      ratedAt: string | null;
      /** Format: date-time */
      closedAt: string | null;
      /** @description The resident's word, or a review visit's. */
      solved: boolean | null;
      stars: number | null;
      reopenCount: number;
      id: string;
      /** @description As read out on the phone: yyMMdd-nnnnnn. */
      number: string;
      category: string;
      categoryName: string;
      stateName: string;
      version: number;
      title: string;
      area: components['schemas']['AreaRef'];
      /** Format: date-time */
      submittedAt: string;
      /** Format: date-time */
      repliedAt: string | null;
      /**
       * Format: date-time
       * @description The nearest promise that is still owed.
       */
      dueAt: string | null;
      overdue: boolean;
      assignee: components['schemas']['PersonRef'] | null;
      assignment: components['schemas']['AssignmentRef'] | null;
      urgeCount: number;
    };
    OverrulePublication: {
      reason: string;
      /** @description Ids of steps; with neither steps nor photos: all words that were refused. */
      steps?: string[];
      /** @description Ids of photos that were refused. */
      photos?: string[];
      version?: number;
    };
    PartyOrganisationDto: {
      id: string;
      code: string;
      name: string;
      /** @enum {string} */
      level: 'branch' | 'committee' | 'general_branch' | 'group' | 'household' | 'work_committee';
      /** @description The level's Chinese name. */
      levelName: string;
      parentId: string | null;
      /** @description Codes from the topmost organisation down, joined by `/`. */
      path: string;
      area: components['schemas']['AreaNameDto'];
      version: number;
    };
    PartyOrganisationPageDto: {
      items: components['schemas']['PartyOrganisationDto'][];
      nextCursor: string | null;
    };
    PasswordSignInDto: {
      /** Format: password */
      password: string;
      /** @description Any text: whether such a user exists is never told. */
      userName: string;
      /** @description The six digits of the authenticator app, or a recovery code, when the account asks for a second factor. */
      totp?: string;
    };
    PersonAreaDto: {
      id: string;
      name: string;
      /** @description Codes from the city down, joined by `/`. */
      path: string;
    };
    PersonDto: {
      id: string;
      /** @description Masked for whoever has no post over the person. */
      name: string;
      /** @description 138****1234 */
      phone: string | null;
      /** @description Whether WeChat vouched for the phone. */
      phoneVerified: boolean;
      /** @description 3204************1X */
      idNumber: string | null;
      /** @description Where the person is registered or lives; empty for whoever has no post over them. */
      areas: components['schemas']['PersonAreaDto'][];
      disabled: boolean;
      /** @description Demo data: no such person exists. */
      invented: boolean;
      version: number;
    };
    PersonPageDto: {
      items: components['schemas']['PersonDto'][];
      nextCursor: string | null;
    };
    PersonRef: {
      /** @description Null when only the masked name may be known. */
      id: string | null;
      /** @description A resident's is masked; of those who handle the order it is the name they serve under. */
      name: string;
    };
    PlanDeadlineDto: {
      /**
       * Format: date-time
       * @description When the promise is given, from 2020 to 2050.
       */
      startAt: string;
      /** @description More than 0, at most ten years; days and workdays are whole. */
      amount: number;
      /** @enum {string} */
      unit: 'days' | 'hours' | 'minutes' | 'workdays';
      /**
       * @description Days run on natural time, workdays on working time; absent: natural, for workdays working.
       * @enum {string}
       */
      clock?: 'natural' | 'working';
      /** @description Code or path of an area of the city; absent: the city. Its calendar counts. */
      area?: string;
    };
    PlanDto: {
      /**
       * Format: date
       * @description The first and the last day whose shifts are planned.
       */
      from: string;
      /** Format: date */
      to: string;
      /** @description Left out: as last time. */
      rotation?: components['schemas']['RotationDto'];
      /** @description Shifts in the way that have not begun give way; otherwise they are a conflict. */
      replace?: boolean;
    };
    PlannedDto: {
      added: number;
      /** @description Planned so before. */
      unchanged: number;
      replaced: number;
      /** @description Years whose days off are not announced yet: plan those days again when they are. */
      provisionalYears: number[];
    };
    PlaybookAreaDto: {
      /** @description Code of the area. */
      code: string;
      name: string;
      path: string;
    };
    PlaybookDto: {
      /**
       * Format: date-time
       * @description When the area's playbook was removed; null while it counts.
       */
      removedAt: string | null;
      /** @description Categories and policies, as in libs/domain/playbooks/<place>/playbook.json */
      playbook: {
        [key: string]: unknown;
      };
      id: string;
      area: components['schemas']['PlaybookAreaDto'];
      code: string;
      name: string;
      version: number;
      /** Format: date-time */
      createdAt: string;
    };
    PlaybookLineDto: {
      /**
       * Format: date-time
       * @description When the area's playbook was removed; null while it counts.
       */
      removedAt: string | null;
      id: string;
      area: components['schemas']['PlaybookAreaDto'];
      code: string;
      name: string;
      version: number;
      /** Format: date-time */
      createdAt: string;
    };
    PlaybookPageDto: {
      nextCursor: string | null;
      items: components['schemas']['PlaybookLineDto'][];
    };
    PostDto: {
      id: string;
      person: components['schemas']['PostPersonDto'];
      /** @enum {string} */
      role:
        | 'administrator'
        | 'cadre'
        | 'dispatcher'
        | 'duty_officer'
        | 'grid_worker'
        | 'party_member'
        | 'provider'
        | 'regulator'
        | 'secretary'
        | 'supervisor'
        | 'unit_responder';
      /** @description The role's Chinese name. */
      roleName: string;
      name: string;
      scope: components['schemas']['PostPlaceDto'];
      /** @description Path of the area it counts in. */
      areaPath: string;
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string | null;
      /** @description Whether it counts now. */
      current: boolean;
    };
    PostPageDto: {
      items: components['schemas']['PostDto'][];
      nextCursor: string | null;
    };
    PostPersonDto: {
      id: string;
      name: string;
    };
    PostPlaceDto: {
      /** @enum {string} */
      type: 'area' | 'party' | 'unit';
      /**
       * Format: uuid
       * @description Id of the area, unit or party organisation.
       */
      id: string;
      code: string;
      name: string;
    };
    PostScopeDto: {
      /** @enum {string} */
      type: 'area' | 'party' | 'unit';
      /**
       * Format: uuid
       * @description Id of the area, unit or party organisation.
       */
      id: string;
    };
    PostSubstituteDto: {
      id: string;
      postId: string;
      person: components['schemas']['PostPersonDto'];
      /** @description The post that gives them the rights meanwhile; null when they hold the same office anyway. */
      substitutePostId: string | null;
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string | null;
      reason: string;
      /** @description Whether they stand in now. */
      current: boolean;
    };
    PostSubstitutePageDto: {
      items: components['schemas']['PostSubstituteDto'][];
      nextCursor: string | null;
    };
    PreferencesView: {
      /** @description Their own or the city's; null: none. Work on duty, and what staff's promises depend on, rings at any hour. */
      quietHours: components['schemas']['QuietHoursDto'] | null;
      switches: components['schemas']['SwitchView'][];
    };
    /** @description RFC 9457. An answer may carry more facts than these, named in the operation. */
    Problem: {
      /**
       * Format: uri-reference
       * @description Identifies the kind of problem by its code
       */
      type: string;
      /** @description What is wrong and what to do, in Chinese, for the person */
      title: string;
      status: number;
      /**
       * @description Stable; what a program decides by
       * @example order.stale
       */
      code: string;
      /** @description More, where there is more to say */
      detail?: string;
      errors?: components['schemas']['FieldProblem'][];
    };
    PublicPhotoView: {
      /** @enum {string} */
      moderation: 'passed' | 'pending' | 'refused';
      /**
       * @description As for words; null while WeChat is being asked, or where it is not.
       * @enum {string|null}
       */
      verdict: 'overruled' | 'pass' | 'review' | 'risky' | 'unchecked' | null;
      /** @description WeChat's number for what it found. */
      finding: number | null;
      id: string;
    };
    PublicStepView: {
      /** @enum {string} */
      moderation: 'passed' | 'pending' | 'refused';
      /**
       * @description pass, review, risky: WeChat's word; unchecked: it could not be asked; overruled: a person's decision.
       * @enum {string|null}
       */
      verdict: 'overruled' | 'pass' | 'review' | 'risky' | 'unchecked' | null;
      /** @description WeChat's number for what it found. */
      finding: number | null;
      id: string;
      /** @description 提交, 回复, 办理完成 … */
      label: string;
      /** Format: date-time */
      at: string;
      actor: string;
      /** @description A resident's own words may be left out, not rewritten. */
      byResident: boolean;
      words: string | null;
    };
    PublicationPage: {
      nextCursor: string | null;
      items: components['schemas']['PublicationView'][];
    };
    PublicationView: {
      /** @enum {string} */
      kind: 'errand' | 'problem' | 'service' | 'wish';
      /** @enum {string} */
      state:
        | 'accepted'
        | 'claimed'
        | 'closed'
        | 'dispatched'
        | 'done'
        | 'in_progress'
        | 'merged'
        | 'published'
        | 'rated'
        | 'rejected'
        | 'reopened'
        | 'returned'
        | 'submitted'
        | 'suspended'
        | 'withdrawn';
      text: string | null;
      orderId: string;
      number: string;
      categoryName: string;
      areaName: string;
      stateName: string;
      title: string;
      steps: components['schemas']['PublicStepView'][];
      /** @description Shown with the result, each once it passed. */
      photos: components['schemas']['PublicPhotoView'][];
      version: number;
    };
    PublishBody: {
      version?: number;
      /** @description What the public reads; absent: a redacted copy of the result. */
      text?: string;
    };
    PutPlaybookDto: {
      /** @description The version of this area's own playbook the change was made from; 0 when it has none, or none any more. */
      basedOn: number;
      /** @description Categories and policies, as in libs/domain/playbooks/<place>/playbook.json */
      playbook: {
        [key: string]: unknown;
      };
    };
    QueuePass: {
      url: string;
      /** Format: date-time */
      expiresAt: string;
    };
    QuietHoursDto: {
      /** @example 22:00 */
      from: string;
      /** @example 22:00 */
      to: string;
    };
    RateBody: {
      version?: number;
      solved: boolean;
      stars: number;
      comment?: string;
    };
    ReadAll: {
      /**
       * Format: date-time
       * @description What was told up to this moment counts as read; what came while the person was reading does not.
       */
      before: string;
    };
    Readiness: {
      /** @enum {string} */
      status: 'ok';
      checks: components['schemas']['Checks'];
    };
    ReasonBody: {
      version?: number;
      reason: string;
    };
    ReceiverBody: {
      version?: number;
      /**
       * @description Every party member of the community may claim it.
       * @enum {string}
       */
      pool?: 'members';
      /** Format: uuid */
      personId?: string;
      /** Format: uuid */
      unitId?: string;
    };
    RecordSubscriptions: {
      /**
       * Format: uuid
       * @description The client's own id of this tap (UUID): told again it counts once.
       */
      id: string;
      answers: components['schemas']['SubscriptionAnswer'][];
    };
    RecoveryCodesDto: {
      /** @description Shown once; each signs in once in place of the app's code. */
      recoveryCodes: string[];
    };
    RefreshDto: {
      refreshToken: string;
    };
    RefuseResidencyDto: {
      /** @description Told to the resident. */
      reason: string;
    };
    RegisterPersonDto: {
      name: string;
      phone?: string | null;
      idNumber?: string | null;
      /**
       * Format: uuid
       * @description Where the person lives or is looked after; a post of the caller's must cover it.
       */
      areaId: string;
    };
    ReplanBody: {
      /** @description Path or code of an area; absent: all of the caller's. */
      area?: string;
      category?: string;
      /** @description Absent or false: a preview that changes nothing. */
      apply?: boolean;
      reason?: string;
    };
    ReplanChange: {
      /** @enum {string} */
      kind: 'accept' | 'answer' | 'claim' | 'finish' | 'rate' | 'reply' | 'ruling' | 'rung' | 'step' | 'total';
      /**
       * Format: date-time
       * @example 2026-02-24T17:30:00+08:00
       */
      dueAt: string;
      /**
       * Format: date-time
       * @example 2026-02-24T17:30:00+08:00
       */
      newDueAt: string;
      deadlineId: string;
      orderId: string;
      orderNumber: string;
    };
    ReplanResult: {
      /** @description How many dates would move, or have moved; at most a thousand at a time. */
      count: number;
      /** @description Whose time is up though nobody has called them missed yet: they stay as they are. Counted to a thousand. */
      overdue: number;
      /** @description Some are left: ask again. */
      more: boolean;
      applied: boolean;
      /** @description The first hundred of them. */
      changes: components['schemas']['ReplanChange'][];
    };
    RequestResidencyDto: {
      /**
       * Format: uuid
       * @description The dwelling, when it is in the register.
       */
      dwellingId?: string;
      /**
       * Format: uuid
       * @description Otherwise the community or grid …
       */
      areaId?: string;
      /** @description … and the address in words; the community matches it with a dwelling. */
      address?: string;
      /** @enum {string} */
      relation: 'family' | 'owner' | 'tenant';
    };
    ResidencyDto: {
      /** Format: date-time */
      decidedAt: string | null;
      id: string;
      personId: string;
      personName: string;
      /** @enum {string} */
      relation: 'family' | 'owner' | 'tenant';
      /** @enum {string} */
      state: 'confirmed' | 'ended' | 'refused' | 'requested';
      /** @description Null while only an address is known. */
      dwellingId: string | null;
      areaId: string;
      areaPath: string;
      /** @description In words: names of the areas from the community down, and the room or the address as told. */
      address: string;
      /** @description Why it was refused. */
      reason: string | null;
      /** Format: date-time */
      requestedAt: string;
    };
    ResidencyPageDto: {
      items: components['schemas']['ResidencyDto'][];
      nextCursor: string | null;
    };
    RevealApplicantDto: {
      fields: ('idNumber' | 'phone')[];
      /** @description What the data is needed for; kept with the record of this look. */
      purpose: string;
    };
    RevealDto: {
      fields: ('idNumber' | 'name' | 'phone')[];
      /** @description What the data is needed for; kept with the record of this look. */
      purpose: string;
    };
    RevealedPersonDto: {
      id: string;
      name?: string;
      phone?: string | null;
      idNumber?: string | null;
    };
    ReviewBody: {
      version?: number;
      text: string;
      solved: boolean;
    };
    RobotMention: {
      /** @enum {string} */
      role:
        | 'administrator'
        | 'cadre'
        | 'dispatcher'
        | 'duty_officer'
        | 'grid_worker'
        | 'party_member'
        | 'provider'
        | 'regulator'
        | 'secretary'
        | 'supervisor'
        | 'unit_responder';
      /** @description WeCom user id of whoever holds the post. */
      userId: string;
    };
    RobotPage: {
      nextCursor: string | null;
      items: components['schemas']['RobotView'][];
    };
    RobotView: {
      purposes: ('alarm' | 'publication')[];
      id: string;
      areaId: string;
      name: string;
      mentions: components['schemas']['RobotMention'][];
      /** Format: date-time */
      createdAt: string;
    };
    RosterDto: {
      id: string;
      areaPath: string;
      areaName: string;
      name: string;
    };
    RosterPageDto: {
      items: components['schemas']['RosterDto'][];
      nextCursor: string | null;
    };
    RotationDto: {
      /**
       * Format: date
       * @description The day with the first line of the cycles.
       */
      start: string;
      workdays: components['schemas']['DayPlanDto'];
      /** @description Weekends and holidays by the city's calendar; left out: like workdays. */
      daysOff?: components['schemas']['DayPlanDto'] | null;
    };
    RowProblemDto: {
      /** @description As the spreadsheet numbers it; the headings are row 1. */
      row: number;
      /** @description Heading of the column; null when the row as a whole is meant. */
      column: string | null;
      code: string;
      message: string;
    };
    RuleObjectionDto: {
      /** @description True: the order goes back to dispatch; false: the unit must claim it. */
      upheld: boolean;
      text: string;
    };
    SetCalendarDayDto: {
      /** @enum {string} */
      kind: 'rest' | 'work';
      /** @description Stands in every explanation that counts over this day. */
      reason: string;
      /** @description Only for work; absent: the hours the day has as a make-up workday. */
      hours?: string[][];
    };
    SetPreferences: {
      /** @description What is not mentioned is on. */
      switches: components['schemas']['SwitchDto'][];
      /** @description Null: none; left out: those of the city. */
      quietHours?: components['schemas']['QuietHoursDto'] | null;
    };
    Share: {
      /** @description 0 to 1, to four places; null without a sample. */
      share: number | null;
      numerator: number;
      denominator: number;
    };
    ShiftDto: {
      id: string;
      rosterId: string;
      name: string | null;
      person: components['schemas']['ShiftPersonDto'];
      /** @description Whose shift it was, when the person stands in. */
      standInFor: components['schemas']['ShiftPersonDto'] | null;
      /** @description ISO 8601 with +08:00. */
      from: string;
      to: string;
      /** @description False: the person was blocked or lost the post, and nobody is on duty then. */
      backed: boolean;
    };
    ShiftFiguresDto: {
      /** @description Null: nobody was on duty by the roster. */
      shiftId: string | null;
      shiftName: string | null;
      from: string | null;
      to: string | null;
      /** @description Orders submitted meanwhile that a reply was promised for. */
      asked: number;
      inTime: number;
      /** @description Answered after the time promised, or never. */
      late: number;
      /** @description Not answered yet. */
      open: number;
    };
    ShiftPageDto: {
      items: components['schemas']['ShiftDto'][];
      nextCursor: string | null;
    };
    ShiftPersonDto: {
      id: string;
      name: string;
    };
    ShiftSubstituteDto: {
      /** Format: uuid */
      personId: string;
    };
    ShiftTimeDto: {
      name: string;
      from: string;
      /** @description Not after `from`: it runs into the next day. */
      to: string;
    };
    SignedInDto: {
      person: components['schemas']['SignedInPersonDto'];
      /** @description Sent as `Authorization: Bearer …` with every request. */
      accessToken: string;
      /** @description Works once; `POST /api/auth/refresh` answers with the next one. Keep only the newest. */
      refreshToken: string;
      /** @description Seconds until the access token has to be refreshed. */
      expiresInSeconds: number;
    };
    SignedInPersonDto: {
      id: string;
      name: string;
    };
    SimilarOrder: {
      /** @enum {string} */
      state:
        | 'accepted'
        | 'claimed'
        | 'closed'
        | 'dispatched'
        | 'done'
        | 'in_progress'
        | 'merged'
        | 'published'
        | 'rated'
        | 'rejected'
        | 'reopened'
        | 'returned'
        | 'submitted'
        | 'suspended'
        | 'withdrawn';
      id: string;
      number: string;
      title: string;
      stateName: string;
      /** Format: date-time */
      submittedAt: string;
      /** @description Metres; null when one of the two has no place on the map. */
      distance: number | null;
      /** @description What agrees, in Chinese. */
      why: string;
      followers: number;
    };
    SplitBody: {
      version?: number;
      /** @description The first receiver leads and takes the order itself. */
      tasks: components['schemas']['SplitTask'][];
    };
    SplitTask: {
      to: components['schemas']['ReceiverBody'];
      title: string;
      description: string;
    };
    StepWords: {
      /**
       * Format: uuid
       * @description Id of the step.
       */
      id: string;
      /** @description Empty: the step is shown without words. */
      words: string;
    };
    SubscriptionAnswer: {
      /** @enum {string} */
      template: 'duty' | 'progress' | 'task';
      /**
       * @description What wx.requestSubscribeMessage said of it.
       * @enum {string}
       */
      answer: 'accept' | 'ban' | 'filter' | 'reject';
    };
    SubscriptionView: {
      /** @enum {string} */
      template: 'duty' | 'progress' | 'task';
      /** @description To give to wx.requestSubscribeMessage. */
      templateId: string;
      /** @description How many messages the person has agreed to and not got yet. */
      left: number;
    };
    SubscriptionsView: {
      items: components['schemas']['SubscriptionView'][];
    };
    SubstituteDto: {
      /**
       * Format: uuid
       * @description Who stands in.
       */
      personId: string;
      /**
       * Format: date-time
       * @description From when on; left out: from now on.
       */
      from?: string;
      /**
       * Format: date-time
       * @description The first moment at which the holder is back; left out: until it is ended, or the post ends.
       */
      to?: string | null;
      reason: string;
    };
    SuperviseDto: {
      /** @description What the community must explain. */
      text: string;
      /** @description Default: one working day. */
      answerWithin?: components['schemas']['AnswerWithinDto'];
    };
    SupervisionAreaRef: {
      path: string;
      name: string;
    };
    SupervisionIssuer: {
      /** @enum {string} */
      role: 'regulator' | 'supervisor';
      roleName: string;
      area: components['schemas']['SupervisionAreaRef'];
    };
    SupervisionOrderRef: {
      /** @enum {string} */
      state:
        | 'accepted'
        | 'claimed'
        | 'closed'
        | 'dispatched'
        | 'done'
        | 'in_progress'
        | 'merged'
        | 'published'
        | 'rated'
        | 'rejected'
        | 'reopened'
        | 'returned'
        | 'submitted'
        | 'suspended'
        | 'withdrawn';
      id: string;
      number: string;
      title: string;
      stateName: string;
    };
    SupervisionPage: {
      items: components['schemas']['SupervisionView'][];
      nextCursor: string | null;
    };
    SupervisionSaid: {
      /**
       * Format: date-time
       * @example 2026-02-24T17:30:00+08:00
       */
      at: string;
      text: string | null;
      post: string | null;
    };
    SupervisionTextDto: {
      text: string;
    };
    SupervisionView: {
      /** @enum {string} */
      state: 'answered' | 'closed' | 'open' | 'void';
      /**
       * @description The promise whose missing it asks about; null: opened by hand.
       * @enum {string|null}
       */
      missed: 'accept' | 'claim' | 'finish' | 'rate' | 'reply' | 'total' | null;
      /**
       * Format: date-time
       * @example 2026-02-24T17:30:00+08:00
       */
      openedAt: string;
      /**
       * Format: date-time
       * @example 2026-02-24T17:30:00+08:00
       */
      dueAt: string | null;
      answer: components['schemas']['SupervisionSaid'] | null;
      /** @description Why the last answer was sent back. */
      returned: components['schemas']['SupervisionSaid'] | null;
      closed: components['schemas']['SupervisionSaid'] | null;
      /** @description What the caller may do now. */
      actions: ('answer' | 'close' | 'return')[];
      id: string;
      /** @description As read out on the phone: DByyMMdd-nnnnnn. */
      number: string;
      order: components['schemas']['SupervisionOrderRef'];
      /** @description The community that must answer. */
      area: components['schemas']['SupervisionAreaRef'];
      issuedBy: components['schemas']['SupervisionIssuer'];
      stateName: string;
      rung: number | null;
      /** @description What must be explained; null where the missed promise says it all. */
      text: string | null;
      /** @description How the date came about. */
      why: string | null;
      overdue: boolean;
      /** @description How often an answer was asked for. */
      round: number;
    };
    SuspendBody: {
      version?: number;
      reason: string;
      /** @enum {string} */
      waitingFor?: 'material' | 'other' | 'resident' | 'third_party' | 'weather';
    };
    SwapDto: {
      /** @enum {string} */
      state: 'accepted' | 'asked' | 'declined' | 'withdrawn';
      id: string;
      askedBy: components['schemas']['ShiftPersonDto'];
      askedOf: components['schemas']['ShiftPersonDto'];
      /** @description Null: it was taken out of the roster meanwhile. */
      shift: components['schemas']['SwapShiftDto'] | null;
      inReturn: components['schemas']['SwapShiftDto'] | null;
      reason: string | null;
      askedAt: string;
      answeredAt: string | null;
    };
    SwapPageDto: {
      items: components['schemas']['SwapDto'][];
      nextCursor: string | null;
    };
    SwapShiftDto: {
      id: string;
      name: string | null;
      from: string;
      to: string;
    };
    SwitchDto: {
      /** @enum {string} */
      group: 'desk' | 'followed' | 'mine' | 'work';
      /** @enum {string} */
      channel: 'inbox' | 'wechat';
      enabled: boolean;
    };
    SwitchView: {
      /** @enum {string} */
      group: 'desk' | 'followed' | 'mine' | 'work';
      /** @enum {string} */
      channel: 'inbox' | 'wechat';
      /** @description 我的诉求, 社区值守 … */
      groupName: string;
      enabled: boolean;
      /** @description Messages on which a promise depends (a new order, an urging …) come even when the group is off. */
      promisesStay: boolean;
    };
    TemplateStepView: {
      code: string;
      name: string;
      post: string;
      within: string;
    };
    TextBody: {
      version?: number;
      text: string;
    };
    TimelineStep: {
      /** @enum {string|null} */
      fromState:
        | 'accepted'
        | 'claimed'
        | 'closed'
        | 'dispatched'
        | 'done'
        | 'in_progress'
        | 'merged'
        | 'published'
        | 'rated'
        | 'rejected'
        | 'reopened'
        | 'returned'
        | 'submitted'
        | 'suspended'
        | 'withdrawn'
        | null;
      /** @enum {string} */
      toState:
        | 'accepted'
        | 'claimed'
        | 'closed'
        | 'dispatched'
        | 'done'
        | 'in_progress'
        | 'merged'
        | 'published'
        | 'rated'
        | 'rejected'
        | 'reopened'
        | 'returned'
        | 'submitted'
        | 'suspended'
        | 'withdrawn';
      data: {
        [key: string]: unknown;
      };
      id: string;
      /** @description `order.` and what happened, e.g. order.claimed. */
      type: string;
      /** @description The same in Chinese. */
      label: string;
      /** Format: date-time */
      at: string;
      /** @description Name, masked name, 匿名居民 or 系统. */
      actor: string;
      /** @description The post they acted by. */
      post: string | null;
      words: string | null;
      /** @description Whether this step stands on the order's public page. */
      public: boolean;
    };
    TokensDto: {
      /** @description Sent as `Authorization: Bearer …` with every request. */
      accessToken: string;
      /** @description Works once; `POST /api/auth/refresh` answers with the next one. Keep only the newest. */
      refreshToken: string;
      /** @description Seconds until the access token has to be refreshed. */
      expiresInSeconds: number;
    };
    TotpCodeDto: {
      code: string;
    };
    TotpSecretDto: {
      /** @description Base32, for typing into the authenticator app. */
      secret: string;
      /** @description `otpauth://` address, for a QR code. */
      uri: string;
    };
    TurnDto: {
      /** @description One person for each shift of the day. */
      people: string[];
    };
    UnitDto: {
      id: string;
      code: string;
      name: string;
      /** @enum {string} */
      kind: 'department' | 'employer' | 'owners_committee' | 'property_company' | 'shop' | 'social_organisation';
      /** @description The kind's Chinese name. */
      kindName: string;
      area: components['schemas']['AreaNameDto'];
      address: string | null;
      version: number;
    };
    UnitPageDto: {
      items: components['schemas']['UnitDto'][];
      nextCursor: string | null;
    };
    Unread: {
      /**
       * Format: date-time
       * @description Until when nothing should ring, by the person's own quiet hours; null: it may.
       */
      quietUntil: string | null;
      count: number;
    };
    UpdateAreaDto: {
      /** @description The version this change was made from. */
      version: number;
      name?: string;
      households?: number | null;
      polygon?: number[][] | null;
    };
    UpdateMeDto: {
      name: string;
    };
    UpdatePartyOrganisationDto: {
      /** @description The version this change was made from. */
      version: number;
      name?: string;
      /** Format: uuid */
      areaId?: string;
      /**
       * Format: uuid
       * @description Hangs it, with everything below it, under another organisation; null makes it topmost.
       */
      parentId?: string | null;
    };
    UpdatePersonDto: {
      /** @description The version this change was made from. */
      version: number;
      /** @description A masked value, sent back as it was answered, leaves the real one as it is. */
      name?: string;
      /** @description Null removes it. */
      phone?: string | null;
      /** @description Null removes it. */
      idNumber?: string | null;
    };
    UpdateUnitDto: {
      /** @description The version this change was made from. */
      version: number;
      name?: string;
      /** @enum {string} */
      kind?: 'department' | 'employer' | 'owners_committee' | 'property_company' | 'shop' | 'social_organisation';
      /** Format: uuid */
      areaId?: string;
      address?: string | null;
    };
    UploadedFile: {
      /** Format: uuid */
      id: string;
      /** @description Pixels of the large picture, upright. */
      width: number;
      height: number;
      /** @description Bytes of the large picture. */
      bytes: number;
    };
    Versioned: {
      version?: number;
    };
    Wall: {
      /**
       * Format: date-time
       * @description When this was looked up; ISO 8601, +08:00.
       */
      at: string;
      /** @description Who is on duty now; null while nobody is. */
      duty: components['schemas']['WallDuty'] | null;
      area: components['schemas']['WallArea'];
      /** @description Of everything, however much is listed. */
      totals: components['schemas']['WallTotals'];
      /** @description At most 50: overdue first, then by date, then those waiting for papers. */
      matters: components['schemas']['WallMatter'][];
      /** @description At most 50: overdue first, the longest first. */
      orders: components['schemas']['WallOrder'][];
      /** @description At most 20, the nearest date first. */
      supervision: components['schemas']['WallSupervision'][];
      replies: components['schemas']['WallReplies'];
      /** @description Wish lamps lit by residents' own word. */
      lamps: components['schemas']['WallLamps'];
    };
    WallArea: {
      path: string;
      name: string;
    };
    WallDuty: {
      until: string | null;
      post: string;
      /** @description ISO 8601, +08:00. */
      from: string;
    };
    WallLamps: {
      today: number;
      month: number;
    };
    WallMatter: {
      /** @enum {string} */
      state: 'done' | 'refused' | 'running' | 'suspended' | 'withdrawn';
      /**
       * Format: date-time
       * @description Null while it waits for the applicant's papers.
       */
      dueAt: string | null;
      /** @description Calendar days in Shanghai, negative when past; null like `dueAt`. */
      daysLeft: number | null;
      number: string;
      templateName: string;
      /** @description Name of the community. */
      area: string;
      stateName: string;
      step: string;
      /** @description From 1. */
      stepNumber: number;
      stepCount: number;
      /** @description The responsible post. */
      post: string;
      overdue: boolean;
    };
    WallOrder: {
      /** @enum {string} */
      state:
        | 'accepted'
        | 'claimed'
        | 'closed'
        | 'dispatched'
        | 'done'
        | 'in_progress'
        | 'merged'
        | 'published'
        | 'rated'
        | 'rejected'
        | 'reopened'
        | 'returned'
        | 'submitted'
        | 'suspended'
        | 'withdrawn';
      /** Format: date-time */
      dueAt: string;
      /** @description The office it has climbed to; null before. */
      rung: string | null;
      /** @description Only where a checked public copy stands on a board. */
      title: string | null;
      number: string;
      categoryName: string;
      /** @description Name of the community. */
      area: string;
      stateName: string;
      /** @description What is owed: 公开回复, 受理, 接单, 办理. */
      step: string;
      /** @description The responsible post or unit, never a person. */
      post: string;
      overdue: boolean;
    };
    WallReplies: {
      /** @description Share of today's reply promises that were kept; null while there were none. */
      inTimeShare: number | null;
      /** @description Orders that got their first public reply today. */
      count: number;
      /** @description How many promises that share speaks of. */
      sample: number;
    };
    WallSupervision: {
      /** Format: date-time */
      dueAt: string | null;
      number: string;
      orderNumber: string;
      /** @description The office that asks. */
      issuedBy: string;
      /** @description The community that must answer. */
      area: string;
      overdue: boolean;
    };
    WallTotals: {
      matters: number;
      mattersOverdue: number;
      mattersWaiting: number;
      ordersOverdue: number;
      ordersAtRisk: number;
      supervision: number;
      supervisionOverdue: number;
    };
    WechatCodeDto: {
      /** @description As `wx.login` or the phone button gave it; works once. */
      code: string;
    };
    WhatIf: {
      /**
       * Format: date-time
       * @example 2026-02-24T17:30:00+08:00
       */
      dueAt: string;
      provisional: boolean;
      why: string;
    };
  };
  responses: {
    /** @description The request does not have the right form; `errors` names the fields */
    Invalid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Not signed in, or no longer */
    SignInRequired: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The caller may not do this */
    NotAllowed: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description There is no such thing, or the caller may not see it */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Too often; come back later */
    TooMany: {
      headers: {
        /** @description Seconds to wait */
        'Retry-After'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Any other refusal; `code` says which */
    Problem: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  queuePasses_issue: {
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
          'application/json': components['schemas']['QueuePass'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  areas_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        /** @description Areas directly below this one. Without any filter the list starts at the city. */
        parentId?: string;
        /** @description This area and all below it. */
        within?: string;
        level?:
          'building' | 'city' | 'community' | 'district' | 'estate' | 'grid' | 'micro_grid' | 'subdistrict' | 'unit';
        code?: string;
        /** @description A part of the name, or the beginning of the code. */
        q?: string;
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
          'application/json': components['schemas']['AreaPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  areas_create: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateAreaDto'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AreaDetailDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  areas_at: {
    parameters: {
      query: {
        /** @description GCJ-02 degrees. */
        lng: number;
        lat: number;
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
          'application/json': components['schemas']['AreaDetailDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  areas_show: {
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
          'application/json': components['schemas']['AreaDetailDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  areas_remove: {
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
      /** @description No Content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  areas_update: {
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
        'application/json': components['schemas']['UpdateAreaDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AreaDetailDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  areas_move: {
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
        'application/json': components['schemas']['MoveAreaDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AreaDetailDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  placeCodes_sign: {
    parameters: {
      query?: {
        /** @description Where in the area it will hang, in words, e.g. 3 幢北门; it fills in the place of the order. */
        spot?: string;
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
          'image/svg+xml': string;
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  auth_demo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DemoSignInDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignedInDto'];
        };
      };
      400: components['responses']['Invalid'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  auth_logout: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description No Content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  auth_logoutEverywhere: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description No Content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  auth_password: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasswordSignInDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignedInDto'];
        };
      };
      400: components['responses']['Invalid'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  auth_phone: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WechatCodeDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BoundPhoneDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  auth_refresh: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RefreshDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokensDto'];
        };
      };
      400: components['responses']['Invalid'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  auth_wechat: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WechatCodeDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignedInDto'];
        };
      };
      400: components['responses']['Invalid'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  boards_areas: {
    parameters: {
      query?: {
        /** @description Only areas inside this one, by code or path. */
        area?: string;
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
          'application/json': components['schemas']['BoardAreas'];
        };
      };
      400: components['responses']['Invalid'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  boards_order: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
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
          'application/json': components['schemas']['BoardOrder'];
        };
      };
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  boards_results: {
    parameters: {
      query?: {
        kind?: 'errand' | 'problem' | 'service' | 'wish';
        /** @description A category and everything below it. */
        category?: string;
        cursor?: string;
        limit?: number;
        /** @description Code or path of an area; everything below it counts. */
        area?: string;
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
          'application/json': components['schemas']['BoardPage'];
        };
      };
      400: components['responses']['Invalid'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  boards_wishes: {
    parameters: {
      query?: {
        kind?: 'errand' | 'problem' | 'service' | 'wish';
        /** @description A category and everything below it. */
        category?: string;
        cursor?: string;
        limit?: number;
        lamp?: 'claimed' | 'lit' | 'waiting';
        /** @description Code or path of an area; everything below it counts. */
        area?: string;
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
          'application/json': components['schemas']['BoardPage'];
        };
      };
      400: components['responses']['Invalid'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  calendar_show: {
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
          'application/json': components['schemas']['CalendarDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  calendar_change: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeCalendarDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  calendar_putDay: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        date: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetCalendarDayDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  calendar_removeDay: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        date: string;
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
          'application/json': components['schemas']['CalendarDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  calendar_announce: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        year: string;
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
          'application/json': components['schemas']['CalendarDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  playbooks_categories: {
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
          'application/json': components['schemas']['CategoryView'][];
        };
      };
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  deadlinePlan_plan: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PlanDeadlineDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadlinePlanDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  deadlines_replan: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReplanBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReplanResult'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  deadlines_extend: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExtendBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadlineView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  deliveries_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        /** @description dead: given up; unknown: perhaps sent, perhaps not. */
        state?: 'dead' | 'failed' | 'merged' | 'queued' | 'sending' | 'sent' | 'unknown' | 'void';
        channel?: 'sms' | 'wechat' | 'wecom';
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
          'application/json': components['schemas']['DeliveryPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  deliveries_retry: {
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
          'application/json': components['schemas']['DeliveryView'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  dutyCatalogue_catalogue: {
    parameters: {
      query?: {
        /** @description Code of an area; absent: the caller's home, else the city. */
        area?: string;
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
          'application/json': components['schemas']['DutyReasonView'][];
        };
      };
      400: components['responses']['Invalid'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  desk_byShift: {
    parameters: {
      query: {
        area: string;
        from: string;
        /** @description At most 31 days later. */
        to: string;
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
          'application/json': components['schemas']['DutyFiguresDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  desk_notes: {
    parameters: {
      query: {
        cursor?: string;
        limit?: number;
        area: string;
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
          'application/json': components['schemas']['HandoverPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  desk_leave: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HandOverDto'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HandoverDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  desk_takeOver: {
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
          'application/json': components['schemas']['HandoverDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  duty_now: {
    parameters: {
      query: {
        /** @description Code or path of the area. */
        area: string;
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
          'application/json': components['schemas']['DutyNowDto'];
        };
      };
      400: components['responses']['Invalid'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  desk_waiting: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        /** @description Code or path of an area; left out: all of the caller's. */
        area?: string;
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
          'application/json': components['schemas']['DeskPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  rosters_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
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
          'application/json': components['schemas']['RosterPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  rosters_keep: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['KeepRosterDto'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RosterDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  rosters_end: {
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
      /** @description No Content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  rosters_coverage: {
    parameters: {
      query?: {
        /** @description Left out: now. */
        from?: string;
        /** @description Left out: seven days later; at most 100 days. */
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
          'application/json': components['schemas']['CoverageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  rosters_plan: {
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
        'application/json': components['schemas']['PlanDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlannedDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  rosters_listShifts: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        /** @description Shifts that end after this moment; left out: those that run and those to come. */
        from?: string;
        /** @description Shifts that begin before this moment. */
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
          'application/json': components['schemas']['ShiftPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  rosters_add: {
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
        'application/json': components['schemas']['AddShiftDto'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ShiftDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  shifts_mine: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        /** @description Shifts that end after this moment; left out: those that run and those to come. */
        from?: string;
        /** @description Shifts that begin before this moment. */
        to?: string;
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
          'application/json': components['schemas']['ShiftPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  shifts_remove: {
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
      /** @description No Content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  shifts_move: {
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
        'application/json': components['schemas']['MoveShiftDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ShiftDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  shifts_listColleagues: {
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
          'application/json': components['schemas']['ColleaguesDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  shifts_substitute: {
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
        'application/json': components['schemas']['ShiftSubstituteDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ShiftDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  shifts_ask: {
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
        'application/json': components['schemas']['AskSwapDto'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SwapDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  swaps_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
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
          'application/json': components['schemas']['SwapPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  swaps_accept: {
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
          'application/json': components['schemas']['SwapDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  swaps_decline: {
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
          'application/json': components['schemas']['SwapDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  swaps_withdraw: {
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
          'application/json': components['schemas']['SwapDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  dwellings_list: {
    parameters: {
      query: {
        cursor?: string;
        limit?: number;
        /** @description The area whose dwellings to list, everything below it included. */
        area: string;
        /** @description The beginning of the room. */
        room?: string;
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
          'application/json': components['schemas']['DwellingPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  dwellings_add: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateDwellingDto'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DwellingDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  dwellings_show: {
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
          'application/json': components['schemas']['DwellingDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  dwellings_remove: {
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
      /** @description No Content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  escalations_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        /** @description Only what has come as high as this office, and no higher. */
        role?: 'regulator' | 'secretary' | 'supervisor';
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
          'application/json': components['schemas']['EscalationPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  exports_csv: {
    parameters: {
      query?: {
        status?: (
          | 'accepted'
          | 'claimed'
          | 'closed'
          | 'dispatched'
          | 'done'
          | 'in_progress'
          | 'merged'
          | 'published'
          | 'rated'
          | 'rejected'
          | 'reopened'
          | 'returned'
          | 'submitted'
          | 'suspended'
          | 'withdrawn'
        )[];
        kind?: ('errand' | 'problem' | 'service' | 'wish')[];
        category?: string;
        q?: string;
        assignee?: string;
        unit?: string;
        mine?: boolean;
        pool?: boolean;
        overdue?: boolean;
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
          'text/csv; charset=utf-8': string;
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  exports_xlsx: {
    parameters: {
      query?: {
        status?: (
          | 'accepted'
          | 'claimed'
          | 'closed'
          | 'dispatched'
          | 'done'
          | 'in_progress'
          | 'merged'
          | 'published'
          | 'rated'
          | 'rejected'
          | 'reopened'
          | 'returned'
          | 'submitted'
          | 'suspended'
          | 'withdrawn'
        )[];
        kind?: ('errand' | 'problem' | 'service' | 'wish')[];
        category?: string;
        q?: string;
        assignee?: string;
        unit?: string;
        mine?: boolean;
        pool?: boolean;
        overdue?: boolean;
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
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  figures_figures: {
    parameters: {
      query?: {
        /** @description A category and everything below it. */
        category?: string;
        /** @description First month or day (Asia/Shanghai) in which orders were submitted. */
        from?: string;
        /** @description Last month or day, included. */
        to?: string;
        by?: 'area' | 'category' | 'kind' | 'month';
        /** @description Code or path; absent: the largest area of the caller's posts. */
        area?: string;
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
          'application/json': components['schemas']['Figures'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  files_upload: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file: string;
        };
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UploadedFile'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  files_links: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LinksRequest'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FileLinks'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  files_read: {
    parameters: {
      query?: {
        /** @description thumb: at most 400 pixels on the long side; large (default): at most 1600. */
        size?: 'large' | 'thumb';
        /** @description From a link (`POST /api/files/links`), for readers that cannot send an Authorization header. */
        ticket?: string;
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
          'image/jpeg': string;
        };
      };
      400: components['responses']['Invalid'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  health_live: {
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
          'application/json': components['schemas']['Health'];
        };
      };
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  health_ready: {
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
          'application/json': components['schemas']['Readiness'];
        };
      };
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  imports_list: {
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
          'application/json': components['schemas']['ImportKindsDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  imports_run: {
    parameters: {
      query?: {
        /** @description all-or-nothing: one bad row and nothing is written; partial: good rows are written, bad ones reported. */
        mode?: 'all-or-nothing' | 'partial';
        /** @description Checks everything and writes nothing. */
        dryRun?: boolean;
      };
      header?: never;
      path: {
        kind: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportResultDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  imports_template: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: string;
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
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  inbox_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        /** @description Unread messages before the others. */
        unreadFirst?: boolean;
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
          'application/json': components['schemas']['InboxPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  inbox_readAll: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReadAll'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Unread'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  inbox_unread: {
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
          'application/json': components['schemas']['Unread'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  inbox_read: {
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
          'application/json': components['schemas']['Unread'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  ledger_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
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
          'application/json': components['schemas']['LedgerHeadsPage'];
        };
      };
      400: components['responses']['Invalid'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  matters_list: {
    parameters: {
      query?: {
        /** @description One or several states, separated by commas. */
        state?: ('done' | 'refused' | 'running' | 'suspended' | 'withdrawn')[];
        template?: string;
        /** @description Only those whose current step is past its time. */
        overdue?: boolean;
        /** @description Only what the caller applied for or wrote down. */
        mine?: boolean;
        cursor?: string;
        limit?: number;
        /** @description Code or path of an area; everything below it counts. */
        area?: string;
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
          'application/json': components['schemas']['MatterPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  matters_create: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateMatter'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreatedMatter'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  matters_templates: {
    parameters: {
      query?: {
        /** @description Code or path of an area; absent: the caller's home. */
        area?: string;
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
          'application/json': components['schemas']['MatterTemplateView'][];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  matters_get: {
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
          'application/json': components['schemas']['MatterView'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  matters_advance: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MatterNote'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MatterView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  matters_refuse: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MatterNote'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MatterView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  matters_resume: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OptionalMatterNote'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MatterView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  matters_giveBack: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MatterNote'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MatterView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  matters_suspend: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MatterNote'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MatterView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  matters_withdraw: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OptionalMatterNote'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MatterView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  me_show: {
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
          'application/json': components['schemas']['MeDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  me_erase: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description No Content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  me_rename: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateMeDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MeDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  me_export: {
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
          'application/json': components['schemas']['MyDataDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  preferences_get: {
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
          'application/json': components['schemas']['PreferencesView'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  preferences_set: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetPreferences'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PreferencesView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  me_changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePasswordDto'];
      };
    };
    responses: {
      /** @description No Content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  subscriptions_list: {
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
          'application/json': components['schemas']['SubscriptionsView'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  subscriptions_record: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordSubscriptions'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubscriptionsView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  me_proposeTotp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmPasswordDto'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TotpSecretDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  me_confirmTotp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TotpCodeDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodesDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  me_removeTotp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmPasswordDto'];
      };
    };
    responses: {
      /** @description No Content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  objections_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        state?: 'overruled' | 'raised' | 'upheld' | 'void';
        /** @description Only those to this order. */
        order?: string;
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
          'application/json': components['schemas']['ObjectionPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  objections_get: {
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
          'application/json': components['schemas']['ObjectionView'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  objections_rule: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RuleObjectionDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ObjectionView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  orders_list: {
    parameters: {
      query?: {
        status?: (
          | 'accepted'
          | 'claimed'
          | 'closed'
          | 'dispatched'
          | 'done'
          | 'in_progress'
          | 'merged'
          | 'published'
          | 'rated'
          | 'rejected'
          | 'reopened'
          | 'returned'
          | 'submitted'
          | 'suspended'
          | 'withdrawn'
        )[];
        kind?: ('errand' | 'problem' | 'service' | 'wish')[];
        category?: string;
        q?: string;
        assignee?: string;
        unit?: string;
        mine?: boolean;
        pool?: boolean;
        overdue?: boolean;
        cursor?: string;
        limit?: number;
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
          'application/json': components['schemas']['OrderPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  orders_create: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateOrder'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreatedOrder'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  orders_counts: {
    parameters: {
      query?: {
        status?: (
          | 'accepted'
          | 'claimed'
          | 'closed'
          | 'dispatched'
          | 'done'
          | 'in_progress'
          | 'merged'
          | 'published'
          | 'rated'
          | 'rejected'
          | 'reopened'
          | 'returned'
          | 'submitted'
          | 'suspended'
          | 'withdrawn'
        )[];
        kind?: ('errand' | 'problem' | 'service' | 'wish')[];
        category?: string;
        q?: string;
        assignee?: string;
        unit?: string;
        mine?: boolean;
        pool?: boolean;
        overdue?: boolean;
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
          'application/json': components['schemas']['OrderCounts'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  orders_similar: {
    parameters: {
      query: {
        title: string;
        description?: string;
        category?: string;
        lng?: number;
        lat?: number;
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
          'application/json': components['schemas']['SimilarOrder'][];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  orders_get: {
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
          'application/json': components['schemas']['OrderView'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  dispatchMoves_accept: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AcceptBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  orders_actions: {
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
          'application/json': components['schemas']['ActionView'][];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  residentMoves_appeal: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  orders_children: {
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
          'application/json': components['schemas']['ChildTask'][];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  workMoves_claim: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Versioned'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  dispatchMoves_close: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Versioned'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  orders_contact: {
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
        'application/json': components['schemas']['ContactBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContactView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  deadlines_ofOrder: {
    parameters: {
      query?: {
        /** @description What if the clocks stood still (from when they do, else from now) until then? */
        pausedUntil?: string;
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
          'application/json': components['schemas']['DeadlineList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  dispatchMoves_dispatch: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DispatchBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  workMoves_done: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DoneBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  residentMoves_edit: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EditBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  residentMoves_follow: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Versioned'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  dispatchMoves_merge: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MergeBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  orderMessages_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
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
          'application/json': components['schemas']['OrderMessagePage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  objectOrder_object: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ObjectDto'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ObjectionView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  dispatchMoves_publish: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PublishBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  residentMoves_rate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RateBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  dispatchMoves_reject: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  residentMoves_remark: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TextBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  residentMoves_reopen: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  dispatchMoves_reply: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TextBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  workMoves_resume: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Versioned'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  workMoves_giveBack: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  dispatchMoves_review: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReviewBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  dispatchMoves_split: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SplitBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  workMoves_start: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Versioned'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  superviseOrder_supervise: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SuperviseDto'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SupervisionView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  workMoves_suspend: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SuspendBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  orders_timeline: {
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
          'application/json': components['schemas']['TimelineStep'][];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  residentMoves_unfollow: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Versioned'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  dispatchMoves_unmerge: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Versioned'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  residentMoves_urge: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Versioned'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  residentMoves_withdraw: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OptionalReasonBody'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  partyOrganisations_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        /** @description Organisations directly below this one. */
        parentId?: string;
        /** @description Organisations of this area or of one below it. */
        areaId?: string;
        level?: 'branch' | 'committee' | 'general_branch' | 'group' | 'household' | 'work_committee';
        code?: string;
        /** @description A part of the name. */
        q?: string;
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
          'application/json': components['schemas']['PartyOrganisationPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  partyOrganisations_create: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreatePartyOrganisationDto'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PartyOrganisationDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  partyOrganisations_show: {
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
          'application/json': components['schemas']['PartyOrganisationDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  partyOrganisations_remove: {
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
      /** @description No Content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  partyOrganisations_update: {
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
        'application/json': components['schemas']['UpdatePartyOrganisationDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PartyOrganisationDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  persons_list: {
    parameters: {
      query: {
        cursor?: string;
        limit?: number;
        /** @description The area whose people to list, everything below it included. */
        area: string;
        /** @description A part of the name. */
        q?: string;
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
          'application/json': components['schemas']['PersonPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  persons_register: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RegisterPersonDto'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PersonDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  persons_find: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FindPersonDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FoundPersonsDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  persons_show: {
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
          'application/json': components['schemas']['PersonDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  persons_update: {
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
        'application/json': components['schemas']['UpdatePersonDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PersonDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  persons_disable: {
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
        'application/json': components['schemas']['DisablePersonDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PersonDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  persons_enable: {
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
          'application/json': components['schemas']['PersonDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  persons_looks: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
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
          'application/json': components['schemas']['LookPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  persons_assignPassword: {
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
        'application/json': components['schemas']['AssignPasswordDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InitialPasswordDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  persons_reveal: {
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
        'application/json': components['schemas']['RevealDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevealedPersonDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  placeCodes_open: {
    parameters: {
      query?: {
        /** @description where in the area, in words */
        spot?: unknown;
      };
      header?: never;
      path: {
        areaId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description the form */
      302: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  playbookAdmin_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        /** @description Code or path of an area: only what it has of its own. */
        area?: string;
        /** @description Also versions that are no longer in force. */
        history?: boolean;
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
          'application/json': components['schemas']['PlaybookPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  playbookAdmin_inForce: {
    parameters: {
      query: {
        /** @description Code or path of an area. */
        area: string;
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
          'application/json': components['schemas']['PlaybookDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  playbookAdmin_put: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        areaId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PutPlaybookDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlaybookDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  playbookAdmin_remove: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        areaId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description No Content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  playbookAdmin_show: {
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
          'application/json': components['schemas']['PlaybookDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  posts_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        /** @description Posts that count in this area or in one below it. Without it: everything the caller oversees. */
        areaId?: string;
        personId?: string;
        /** @description Posts in this unit, party organisation or area itself. */
        scopeId?: string;
        role?:
          | 'administrator'
          | 'cadre'
          | 'dispatcher'
          | 'duty_officer'
          | 'grid_worker'
          | 'party_member'
          | 'provider'
          | 'regulator'
          | 'secretary'
          | 'supervisor'
          | 'unit_responder';
        /** @description Ended posts too. */
        history?: boolean;
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
          'application/json': components['schemas']['PostPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  posts_appoint: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AppointDto'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PostDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  posts_show: {
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
          'application/json': components['schemas']['PostDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  posts_end: {
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
          'application/json': components['schemas']['PostDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  postSubstitutes_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
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
          'application/json': components['schemas']['PostSubstitutePageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  postSubstitutes_substitute: {
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
        'application/json': components['schemas']['SubstituteDto'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PostSubstituteDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  postSubstitutes_end: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        substituteId: string;
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
          'application/json': components['schemas']['PostSubstituteDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  publications_list: {
    parameters: {
      query?: {
        /** @description refused or pending: those with such words; passed: those without. */
        moderation?: 'passed' | 'pending' | 'refused';
        cursor?: string;
        limit?: number;
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
          'application/json': components['schemas']['PublicationPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  publications_edit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        orderId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EditPublication'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublicationView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  publications_overrule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        orderId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OverrulePublication'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublicationView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  residencies_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        state?: 'confirmed' | 'ended' | 'refused' | 'requested';
        /** @description Only this area and everything below it; without it, everywhere the caller keeps the register. */
        area?: string;
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
          'application/json': components['schemas']['ResidencyPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  residencies_request: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestResidencyDto'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResidencyDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  residencies_show: {
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
          'application/json': components['schemas']['ResidencyDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  residencies_confirm: {
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
        'application/json': components['schemas']['ConfirmResidencyDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResidencyDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  residencies_end: {
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
          'application/json': components['schemas']['ResidencyDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  residencies_refuse: {
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
        'application/json': components['schemas']['RefuseResidencyDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResidencyDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  residencies_reveal: {
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
        'application/json': components['schemas']['RevealApplicantDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevealedPersonDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  robots_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
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
          'application/json': components['schemas']['RobotPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  robots_add: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddRobot'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RobotView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  robots_change: {
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
        'application/json': components['schemas']['ChangeRobot'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RobotView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  robots_remove: {
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
      /** @description No Content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  supervision_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        state?: 'answered' | 'closed' | 'open' | 'void';
        /** @description Only those whose answer was missed, or only the others. */
        overdue?: boolean;
        /** @description Only those about this order. */
        order?: string;
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
          'application/json': components['schemas']['SupervisionPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  supervision_get: {
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
          'application/json': components['schemas']['SupervisionView'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  supervision_answer: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SupervisionTextDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SupervisionView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  supervision_close: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseSupervisionDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SupervisionView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  supervision_sendBack: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SupervisionTextDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SupervisionView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  units_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        /** @description Units that answer for this area or for one below it. */
        areaId?: string;
        kind?: 'department' | 'employer' | 'owners_committee' | 'property_company' | 'shop' | 'social_organisation';
        code?: string;
        /** @description A part of the name. */
        q?: string;
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
          'application/json': components['schemas']['UnitPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  units_create: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateUnitDto'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnitDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  units_show: {
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
          'application/json': components['schemas']['UnitDto'];
        };
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  units_remove: {
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
      /** @description No Content */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  units_update: {
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
        'application/json': components['schemas']['UpdateUnitDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnitDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['SignInRequired'];
      403: components['responses']['NotAllowed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  wall_wall: {
    parameters: {
      query: {
        /** @description Code or path of a community or a sub-district; of a place inside a community, its community. */
        area: string;
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
          'application/json': components['schemas']['Wall'];
        };
      };
      400: components['responses']['Invalid'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  wall_stream: {
    parameters: {
      query: {
        /** @description Code or path of a community or a sub-district; of a place inside a community, its community. */
        area: string;
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
          'text/event-stream': string;
        };
      };
      400: components['responses']['Invalid'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  wechatCallback_prove: {
    parameters: {
      query: {
        signature: string;
        timestamp: string;
        nonce: string;
        echostr?: string;
        /** @description `aes` in safe mode. */
        encrypt_type?: string;
        /** @description In safe mode over the sealed message too. */
        msg_signature?: string;
        openid?: string;
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
          'text/plain': string;
        };
      };
      400: components['responses']['Invalid'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  wechatCallback_take: {
    parameters: {
      query: {
        signature: string;
        timestamp: string;
        nonce: string;
        echostr?: string;
        /** @description `aes` in safe mode. */
        encrypt_type?: string;
        /** @description In safe mode over the sealed message too. */
        msg_signature?: string;
        openid?: string;
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
          'text/plain': string;
        };
      };
      400: components['responses']['Invalid'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
}
