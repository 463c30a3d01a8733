package vn.congvu.devstack.suite;

import java.nio.file.Path;

/** A service of the suite: its module, its ports and its database. */
public enum Service {
    INTAKE("intake-service", Part.INTAKE, Part.INTAKE_INSIDE, "intake"),
    CASES("case-service", Part.CASES, Part.CASES_INSIDE, "cases"),
    NOTIFY("notify-service", Part.NOTIFY, Part.NOTIFY_INSIDE, "notify"),
    GATEWAY("gateway", Part.GATEWAY, Part.GATEWAY_INSIDE, "gateway");

    private final String module;
    private final Part part;
    private final Part inside;
    private final String database;

    Service(String module, Part part, Part inside, String database) {
        this.module = module;
        this.part = part;
        this.inside = inside;
        this.database = database;
    }

    /** Also the issuer of its tokens. */
    public String module() {
        return module;
    }

    public Part part() {
        return part;
    }

    /** Where it tells how it is. */
    Part inside() {
        return inside;
    }

    String database() {
        return database;
    }

    /** Where the build leaves it. */
    Path jarsIn(Path root) {
        return root.resolve(module).resolve("target");
    }
}
