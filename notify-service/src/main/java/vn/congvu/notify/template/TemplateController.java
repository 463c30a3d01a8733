package vn.congvu.notify.template;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.NotAudited;
import vn.congvu.platform.problem.Problem;

@RestController
@RequestMapping("/api/v1/templates")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "Templates", description = "What messages say")
class TemplateController {
    private final Templates templates;
    private final Messages messages;
    private final SmsTextSettings settings;

    TemplateController(Templates templates, Messages messages, SmsTextSettings settings) {
        this.templates = templates;
        this.messages = messages;
        this.settings = settings;
    }

    /** @param version to send back with a change; absent while the default is in force */
    record TemplateView(
            @Schema(example = "case-assigned") String key,
            @Schema(example = "CITIZEN") MessageKind.Audience audience,
            List<String> variables,
            MessageText vi,
            MessageText en,
            @Nullable Long version,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {}

    /** @param version that was read, absent while the default is in force */
    record TemplateChange(
            @Nullable MessageText vi,
            @Nullable MessageText en,
            @Schema(example = "3") @Nullable Long version) {
        private static final MessageText NOTHING = new MessageText(null, "", "");

        MessageText vietnamese() {
            return Objects.requireNonNullElse(vi, NOTHING);
        }

        MessageText english() {
            return Objects.requireNonNullElse(en, NOTHING);
        }
    }

    /** @param price of all parts, absent where no price is configured */
    record SmsPreview(
            String text, SmsParts length, @Nullable BigDecimal price) {}

    record Preview(@Nullable SmsPreview sms, String subject, String email) {}

    record Previews(Preview vi, Preview en) {}

    @NotAudited("settings of the system, no case")
    @GetMapping
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "Every kind of message with the texts in force")
    List<TemplateView> all() {
        return templates.all().stream().map(TemplateController::view).toList();
    }

    @NotAudited("settings of the system, no case")
    @GetMapping("/{key}")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "The texts in force of one kind of message")
    TemplateView one(@PathVariable String key) {
        return view(templates.of(kind(key)));
    }

    @Audited(AuditAction.TEMPLATE_CHANGED)
    @PutMapping("/{key}")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(
            summary = "Changes the texts",
            description =
                    "Names between double braces must be variables of this kind. 409 when the version is not the present one.")
    TemplateView change(@PathVariable String key, @RequestBody TemplateChange change, Caller caller) {
        return view(
                templates.change(kind(key), change.vietnamese(), change.english(), change.version(), caller.subject()));
    }

    @NotAudited("changes nothing")
    @PostMapping("/{key}/preview")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "Shows a text with sample values, and how many SMS parts it takes, without storing it")
    Previews preview(@PathVariable String key, @RequestBody TemplateChange change) {
        var kind = kind(key);
        Templates.refuseIfWrong(kind, change.vietnamese(), change.english());
        return new Previews(preview(kind, change.vietnamese()), preview(kind, change.english()));
    }

    private Preview preview(MessageKind kind, MessageText text) {
        var values = samples(kind);
        SmsPreview sms = null;
        if (text.sms() != null) {
            var words = messages.sms(text, values);
            var length = SmsParts.of(words);
            var price = settings.pricePerPart();
            sms = new SmsPreview(
                    words, length, price == null ? null : price.multiply(BigDecimal.valueOf(length.parts())));
        }
        return new Preview(sms, Texts.render(text.subject(), values), messages.mailBody(text, values));
    }

    private static Map<String, String> samples(MessageKind kind) {
        var values = new LinkedHashMap<String, String>();
        kind.variables().forEach(name -> values.put(name, Samples.of(name)));
        return values;
    }

    private static MessageKind kind(String key) {
        return MessageKind.bySlug(key)
                .orElseThrow(() -> new Problem(
                        TemplateProblems.UNKNOWN,
                        new Bilingual(
                                "Xem danh sách mẫu tin tại /api/v1/templates.",
                                "See /api/v1/templates for those there are.")));
    }

    private static TemplateView view(MessageTemplate template) {
        var kind = kind(template.id());
        return new TemplateView(
                kind.slug(),
                kind.audience(),
                kind.variables(),
                template.vi(),
                template.en(),
                template.version(),
                template.changedBy(),
                template.changedAt());
    }
}
