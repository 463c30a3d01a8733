package vn.congvu.gateway.choice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import vn.congvu.contracts.Bilingual;

/** The case-service's public lists. */
interface Lists {
    /** Named in Vietnamese and perhaps in English, or labelled in both. */
    record Line(
            String code,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable Bilingual label) {
        Choice in(boolean english) {
            if (label != null) {
                return new Choice(code, english ? label.en() : label.vi());
            }
            var vietnamese = name == null ? code : name;
            return new Choice(code, english && nameEn != null && !nameEn.isBlank() ? nameEn : vietnamese);
        }
    }

    @GetExchange("/api/v1/misconducts")
    List<Line> misconducts();

    @GetExchange("/api/v1/agencies")
    List<Line> agencies(@RequestParam(required = false) @Nullable String q);

    @GetExchange("/api/v1/communes")
    List<Line> communes();

    @GetExchange("/api/v1/fields")
    List<Line> fields();
}
