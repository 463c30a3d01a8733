package vn.congvu.contracts;

/** The durable topic exchange of each publisher. */
public final class Exchanges {
    public static final String INTAKE = "complaints.intake";
    public static final String CASES = "complaints.cases";
    public static final String NOTIFY = "complaints.notify";

    private Exchanges() {}
}
