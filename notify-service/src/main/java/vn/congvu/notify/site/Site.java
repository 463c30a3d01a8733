package vn.congvu.notify.site;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The deployment as people outside see it.
 *
 * @param zone whose midnight starts a day and whose clock is written in letters
 * @param publicBaseUrl of the gateway, as citizens and providers reach it
 * @param trackingPath of the page where a complaint is followed
 * @param boardPath of the public apology board
 * @param casePath of the staff's page of a case, its id is appended
 * @param dossiersPath of the staff's list of dossiers
 * @param signingPath of the heads' page of apologies that wait for a signature
 * @param dataRequestPath of the custodian's page of a request about personal data, its id is appended
 */
@ConfigurationProperties("complaints.notify")
public record Site(
        @DefaultValue("Asia/Ho_Chi_Minh") ZoneId zone,
        @DefaultValue("http://127.0.0.1:8080") URI publicBaseUrl,
        @DefaultValue("/tra-cuu") String trackingPath,
        @DefaultValue("/xin-loi") String boardPath,
        @DefaultValue("/staff/cases/") String casePath,
        @DefaultValue("/staff/dossiers") String dossiersPath,
        @DefaultValue("/staff/apologies") String signingPath,
        @DefaultValue("/staff/data-requests/") String dataRequestPath) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");

    public String trackingPage() {
        return url(trackingPath);
    }

    public String board() {
        return url(boardPath);
    }

    /** What the QR code of a letter opens: it leads on to the public entry. */
    public String verification(String code) {
        return verificationPage() + "?ma=" + code;
    }

    /** Where anybody types the code of a letter. */
    public String verificationPage() {
        return url(boardPath + "/xac-minh");
    }

    public String signingPage() {
        return url(signingPath);
    }

    public String casePage(String caseId) {
        return url(casePath + caseId);
    }

    public String dossiersPage() {
        return url(dossiersPath);
    }

    public String dataRequestPage(String requestId) {
        return url(dataRequestPath + requestId);
    }

    /** The public address of a path that starts with a slash. */
    public String url(String path) {
        var base = publicBaseUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    /** {@code 05/02/2026}. */
    public String date(Instant instant) {
        return DATE.format(instant.atZone(zone));
    }

    /** {@code 17:00 05/02/2026}. */
    public String dateTime(Instant instant) {
        return DATE_TIME.format(instant.atZone(zone));
    }

    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
