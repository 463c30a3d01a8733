package vn.congvu.notify.apology;

/** The public paths of the board. */
final class BoardAddresses {
    static final String LIST = "/api/v1/apologies";
    static final String JSON_FEED = LIST + ".json";
    static final String ATOM_FEED = LIST + ".atom";

    private BoardAddresses() {}

    static String letter(String id) {
        return LIST + "/" + id + "/letter";
    }

    static String pdf(String id) {
        return letter(id) + ".pdf";
    }
}
