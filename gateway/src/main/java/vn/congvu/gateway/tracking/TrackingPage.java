package vn.congvu.gateway.tracking;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.congvu.contracts.Bilingual;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.ServiceAway;
import vn.congvu.gateway.services.Services;
import vn.congvu.gateway.tracking.Tracking.Access;
import vn.congvu.gateway.tracking.Tracking.View;

/**
 * What became of a report. Each form carries reference and code in its body, so that neither an address nor a cookie knows
 * them and nothing stays behind on a shared phone.
 */
@Controller
@RequestMapping("/tra-cuu")
class TrackingPage {
    private static final Logger log = LoggerFactory.getLogger(TrackingPage.class);

    private final Tracking tracking;
    private final DeadlineReasons reasons;

    TrackingPage(Services services) {
        tracking = services.client(Service.INTAKE, Tracking.class);
        reasons = services.clientOfItself(Service.CASES, DeadlineReasons.class);
    }

    /**
     * Everything that the page's forms can send.
     *
     * @param key of one message, however often it is sent
     */
    record Typed(
            @Nullable String reference,
            @Nullable String accessCode,
            @Nullable String key,
            @Nullable String text,
            @Nullable String solved,
            @Nullable Integer score,
            @Nullable String words,
            @Nullable String reason) {
        Access access() {
            return new Access(reference == null ? "" : reference, accessCode == null ? "" : accessCode);
        }

        /** Keeps the code and the words out of logs. */
        @Override
        public String toString() {
            return "Typed[private]";
        }
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    String form(@RequestParam(name = "ma", defaultValue = "") String reference, Model model) {
        model.addAttribute("reference", reference);
        return "tracking-form";
    }

    @PostMapping
    @PreAuthorize("permitAll()")
    String track(@ModelAttribute("typed") Typed typed, HttpServletResponse response, Model model) {
        return show(typed, response, model, null, () -> tracking.track(typed.access()));
    }

    @PostMapping("/nhan-tin")
    @PreAuthorize("permitAll()")
    String write(@ModelAttribute("typed") Typed typed, HttpServletResponse response, Model model) {
        var access = typed.access();
        var key = typed.key() == null || typed.key().isBlank() ? newKey() : typed.key();
        return show(
                typed,
                response,
                model,
                "message",
                () -> tracking.write(key, new Tracking.Message(access.reference(), access.accessCode(), typed.text())));
    }

    @PostMapping("/danh-gia")
    @PreAuthorize("permitAll()")
    String rate(@ModelAttribute("typed") Typed typed, HttpServletResponse response, Model model) {
        var access = typed.access();
        return show(
                typed,
                response,
                model,
                "rating",
                () -> tracking.rate(new Tracking.Rating(
                        access.reference(),
                        access.accessCode(),
                        blankToNull(typed.solved()),
                        typed.score(),
                        blankToNull(typed.words()))));
    }

    @PostMapping("/xem-lai")
    @PreAuthorize("permitAll()")
    String reopen(@ModelAttribute("typed") Typed typed, HttpServletResponse response, Model model) {
        var access = typed.access();
        return show(
                typed,
                response,
                model,
                "reopening",
                () -> tracking.reopen(new Tracking.Reason(access.reference(), access.accessCode(), typed.reason())));
    }

    @PostMapping("/rut-lai")
    @PreAuthorize("permitAll()")
    String withdraw(@ModelAttribute("typed") Typed typed, HttpServletResponse response, Model model) {
        var access = typed.access();
        return show(
                typed,
                response,
                model,
                "withdrawal",
                () -> tracking.withdraw(
                        new Tracking.Reason(access.reference(), access.accessCode(), blankToNull(typed.reason()))));
    }

    private String show(
            Typed typed, HttpServletResponse response, Model model, @Nullable String deed, Supplier<View> call) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            var view = call.get();
            model.addAttribute("done", deed);
            return page(model, typed, view, null);
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.TOO_MANY_REQUESTS.value()) {
                response.setStatus(refusal.status());
                model.addAttribute("reference", typed.reference());
                model.addAttribute("wait", said(refusal));
                model.addAttribute("kept", kept(typed));
                return "tracking-form";
            }
            if (refusal.notFound() || deed == null) {
                response.setStatus(HttpStatus.NOT_FOUND.value());
                model.addAttribute("reference", typed.reference());
                model.addAttribute("unknown", true);
                return "tracking-form";
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, typed, tracking.track(typed.access()), new Trouble(deed, said(refusal), typed));
        } catch (ServiceAway away) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(ServiceAway.TRY_AGAIN.toSeconds()));
            model.addAttribute("reference", typed.reference());
            model.addAttribute("away", true);
            model.addAttribute("kept", kept(typed));
            return "tracking-form";
        }
    }

    /**
     * @param deed what was refused
     * @param said why, in the reader's language
     * @param typed stays in the form
     */
    record Trouble(String deed, String said, Typed typed) {}

    private String page(Model model, Typed typed, View view, @Nullable Trouble trouble) {
        model.addAttribute("view", view);
        model.addAttribute("accessCode", typed.accessCode());
        model.addAttribute("key", trouble == null || typed.key() == null ? newKey() : typed.key());
        model.addAttribute("trouble", trouble);
        model.addAttribute("why", why(view));
        return "tracking";
    }

    /** The page is worth showing without it: it says in general words how days are counted. */
    private List<Bilingual> why(View view) {
        if (view.finished() || view.dueAt() == null) {
            return List.of();
        }
        try {
            return reasons.of(view.reference()).trace();
        } catch (Refusal | ServiceAway unavailable) {
            log.info("no reasons for the deadline of {}: {}", view.reference(), unavailable.getMessage());
            return List.of();
        }
    }

    private static String said(Refusal refusal) {
        if (!refusal.fields().isEmpty()) {
            return String.valueOf(refusal.fields().getFirst().message());
        }
        return refusal.detail() == null ? "" : refusal.detail();
    }

    private static String kept(Typed typed) {
        var words = typed.text() != null ? typed.text() : typed.reason() != null ? typed.reason() : typed.words();
        return words == null ? "" : words;
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
