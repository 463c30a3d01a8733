package vn.congvu.gateway.datarequest;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.ServiceAway;
import vn.congvu.gateway.services.Services;

/** A reporter's own data. As on the tracking page, reference and code are in the body of each form and stay nowhere. */
@Controller
@RequestMapping("/tra-cuu/du-lieu")
class OwnDataPage {
    private final OwnData ownData;
    private final Clock clock;

    OwnDataPage(Services services, Clock clock) {
        this.ownData = services.client(Service.INTAKE, OwnData.class);
        this.clock = clock;
    }

    /** Everything that the page's forms can send. */
    record Typed(
            @Nullable String reference,
            @Nullable String accessCode,
            @Nullable String kind,
            @Nullable String words,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address) {
        OwnData.Access access() {
            return new OwnData.Access(reference == null ? "" : reference, accessCode == null ? "" : accessCode);
        }

        OwnData.NewRequest request() {
            var access = access();
            return new OwnData.NewRequest(
                    access.reference(),
                    access.accessCode(),
                    blankToNull(kind),
                    blankToNull(words),
                    blankToNull(name),
                    blankToNull(phone),
                    blankToNull(email),
                    blankToNull(address));
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text;
        }

        /** Keeps code and person out of logs. */
        @Override
        public String toString() {
            return "Typed[private]";
        }
    }

    @PostMapping
    @PreAuthorize("permitAll()")
    String list(@ModelAttribute("typed") Typed typed, HttpServletResponse response, Model model) {
        return show(typed, response, model, () -> page(model, typed, ownData.list(typed.access())));
    }

    @PostMapping("/yeu-cau")
    @PreAuthorize("permitAll()")
    String ask(@ModelAttribute("typed") Typed typed, HttpServletResponse response, Model model) {
        return show(typed, response, model, () -> {
            try {
                var view = ownData.ask(typed.request());
                model.addAttribute("done", true);
                return page(model, new Typed(null, typed.accessCode(), null, null, null, null, null, null), view);
            } catch (Refusal refusal) {
                return refused(refusal, typed, response, model);
            }
        });
    }

    @PostMapping("/ban-sao")
    @PreAuthorize("permitAll()")
    String copy(@ModelAttribute("typed") Typed typed, HttpServletResponse response, Model model) {
        return show(typed, response, model, () -> {
            try {
                model.addAttribute("copy", ownData.copy(typed.access()));
                return page(model, typed, ownData.list(typed.access()));
            } catch (Refusal refusal) {
                return refused(refusal, typed, response, model);
            }
        });
    }

    /** What was typed stays in the form. */
    private String refused(Refusal refusal, Typed typed, HttpServletResponse response, Model model) {
        if (refusal.notFound() || refusal.status() == HttpStatus.TOO_MANY_REQUESTS.value()) {
            throw refusal;
        }
        response.setStatus(refusal.status());
        model.addAttribute("said", refusal.said());
        return page(model, typed, ownData.list(typed.access()));
    }

    private String show(Typed typed, HttpServletResponse response, Model model, Supplier<String> page) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("reference", typed.reference());
        try {
            return page.get();
        } catch (Refusal refusal) {
            response.setStatus(refusal.status());
            if (refusal.status() == HttpStatus.TOO_MANY_REQUESTS.value()) {
                model.addAttribute("wait", String.join(" ", refusal.said()));
            } else {
                model.addAttribute("unknown", true);
            }
            return "tracking-form";
        } catch (ServiceAway away) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(ServiceAway.TRY_AGAIN.toSeconds()));
            model.addAttribute("away", true);
            model.addAttribute("kept", typed.words());
            return "tracking-form";
        }
    }

    private String page(Model model, Typed typed, OwnData.View view) {
        model.addAttribute("view", view);
        model.addAttribute("typed", typed);
        model.addAttribute("accessCode", typed.accessCode());
        model.addAttribute("hasCopy", view.hasCopy(clock.instant()));
        return "own-data";
    }
}
