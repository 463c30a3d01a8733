package vn.congvu.gateway.proxy;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The largest bodies that come in at all; the services have finer limits of their own.
 *
 * @param usual of a JSON request or a webhook
 * @param attachment of a photo, document or recording
 * @param patience how long a body of the usual size may take to come; a larger one has more, in proportion up to tenfold
 * @param table of an import of dossiers or of the directory
 */
@ConfigurationProperties("complaints.gateway.body-limits")
record ProxyProperties(
        @DefaultValue("2MB") DataSize usual,
        @DefaultValue("64MB") DataSize attachment,
        @DefaultValue("64MB") DataSize table,
        @DefaultValue("PT1M") Duration patience) {
    private static final int MOST_PATIENCE = 10;

    private static final Pattern ATTACHMENT = Pattern.compile("/api/v1/complaints/[^/]+/attachments");
    private static final Pattern TABLE = Pattern.compile("/api/v1/(dossiers|directory|calendar)(/.*)?");

    Duration patienceFor(DataSize limit) {
        long times = limit.toBytes() / Math.max(1, usual.toBytes());
        return patience.multipliedBy(Math.clamp(times, 1, MOST_PATIENCE));
    }

    DataSize limitOf(String path) {
        if (ATTACHMENT.matcher(path).matches()) {
            return attachment;
        }
        return TABLE.matcher(path).matches() ? table : usual;
    }
}
