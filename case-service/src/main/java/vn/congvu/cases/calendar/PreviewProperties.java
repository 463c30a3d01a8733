package vn.congvu.cases.calendar;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a preview of a change may cost.
 *
 * @param patience how long it looks at open cases, and then as long at open dossiers; what is left after that it says
 */
@ConfigurationProperties("complaints.cases.preview")
public record PreviewProperties(@DefaultValue("8s") Duration patience) {}
