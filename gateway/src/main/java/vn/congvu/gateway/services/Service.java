package vn.congvu.gateway.services;

/** A service behind this door; its name is the audience of its tokens. */
public enum Service {
    INTAKE("intake-service"),
    CASES("case-service"),
    NOTIFY("notify-service");

    private final String audience;

    Service(String audience) {
        this.audience = audience;
    }

    public String audience() {
        return audience;
    }
}
