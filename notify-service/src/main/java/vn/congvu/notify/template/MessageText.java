package vn.congvu.notify.template;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The words of one kind of message in one language. Names between double braces are replaced; {@code {{#due}}…{{/due}}} stands
 * only where there is a value, {@code {{^due}}…{{/due}}} only where there is none.
 *
 * @param sms absent for messages to offices, which go by e-mail only
 */
public record MessageText(
        @Schema(
                example =
                        "Phản ánh {{reference}}: {{agency}} giải quyết{{#due}}, trả lời chậm nhất {{due}}{{/due}}. Theo dõi: {{page}}")
        @Nullable
        String sms,

        @Schema(example = "Phản ánh {{reference}} đã đến cơ quan giải quyết")
        String subject,

        @Schema(example = "Kính gửi ông/bà,\n\nPhản ánh {{reference}} đã được chuyển đến {{agency}}.")
        String email) {}
