package vn.congvu.notify.template;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How SMS are worded.
 *
 * @param diacritics send Vietnamese as it is written, at two to three times the parts
 * @param longestValue characters of one value, such as an answer, before it is cut
 * @param pricePerPart in the currency of the contract, shown in previews; absent where nobody told
 */
@ConfigurationProperties("complaints.notify.sms")
record SmsTextSettings(
        @DefaultValue("false") boolean diacritics,
        @DefaultValue("240") int longestValue,
        @Nullable BigDecimal pricePerPart) {}
