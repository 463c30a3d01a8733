package vn.congvu.notify.channel;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param from the sender's address
 * @param senderName the sender's name as mail programs show it
 * @param idDomain right of the {@code @} in a Message-ID
 */
@ConfigurationProperties("complaints.notify.mail")
record MailSettings(
        @DefaultValue("cong-vu@localhost") String from,
        @DefaultValue("Công Vụ") String senderName,
        @DefaultValue("cong-vu.localhost") String idDomain) {}
