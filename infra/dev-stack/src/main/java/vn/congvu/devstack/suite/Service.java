package vn.congvu.devstack.suite;

import java.nio.file.Path;

/** A service of the suite: its module, its port and its database. */
public enum Service {
    INTAKE("intake-service", Part.INTAKE, "intake"),
    CASES("case-service", Part.CASES, "cases"),
    NOTIFY("notify-service", Part.NOTIFY, "notify"),
    GATEWAY("gateway", Part.GATEWAY, "gateway");

    private final String module;
    private final Part part;
    private final String database;

    Service(String module, Part part, String database) {
        this.module = module;
        this.part = part;
        this.database = database;
    }

    /** Also the issuer of its tokens. */
    public String module() {
        return module;
    }

    public Part part() {
        return part;
    }

    String database() {
        return database;
    }

    /** Where the build leaves it. */
    Path jarsIn(Path root) {
        return root.resolve(module).resolve("target");
    }
}
