package vn.congvu.devstack.torture;

import java.util.List;

/** Where the truth is kept, by the names the services gave it. */
final class Databases {
    static final String INTAKE = "intake";
    static final String CASES = "cases";
    static final String NOTIFY = "notify";
    static final List<String> SERVICES = List.of(INTAKE, CASES, NOTIFY);

    static final String KEPT_EVENTS = "published_events";
    static final String INBOX = "inbox";
    static final String STREAMS = "inbox_streams";
    static final String PARKED = "parked_messages";
    static final String COMPLAINTS = "complaints";
    static final String CASE_FILES = "case_files";
    static final String APOLOGIES = "apologies";
    static final String NOTICES = "notices";

    private Databases() {}
}
