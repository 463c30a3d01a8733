package vn.congvu.gateway.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The notify-service's texts. */
interface Templates {
    /** @param version absent while the default is in force */
    record Template(
            String key,
            String audience,
            List<String> variables,
            Text vi,
            Text en,
            @Nullable Long version,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {
        public boolean forCitizens() {
            return "CITIZEN".equals(audience);
        }
    }

    /** @param sms absent for messages to offices */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Text(@Nullable String sms, String subject, String email) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(Text vi, Text en, @Nullable Long version) {}

    record Previews(Preview vi, Preview en) {}

    record Preview(@Nullable Sms sms, String subject, String email) {}

    record Sms(String text, Length length, @Nullable BigDecimal price) {}

    record Length(String encoding, int units, int parts) {}

    @GetExchange("/api/v1/templates")
    List<Template> all();

    @GetExchange("/api/v1/templates/{key}")
    Template one(@PathVariable String key);

    @PutExchange("/api/v1/templates/{key}")
    Template change(@PathVariable String key, @RequestBody Change change);

    @PostExchange("/api/v1/templates/{key}/preview")
    Previews preview(@PathVariable String key, @RequestBody Change change);
}
