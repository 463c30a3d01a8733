package vn.congvu.gateway.apology;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import vn.congvu.gateway.choice.Choices;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;

/** <i>Công khai xin lỗi</i>: every apology of every agency, for anybody. */
@Controller
@RequestMapping("/xin-loi")
class BoardPage {
    private static final int PAGE = 20;
    private static final List<String> KINDS =
            List.of("COMPLAINT_LATE", "DOSSIER_LATE", "EXTENSION", "RESCHEDULE", "BY_HAND");

    private final Board board;
    private final Choices choices;

    BoardPage(Services services, Choices choices) {
        this.board = services.client(Service.NOTIFY, Board.class);
        this.choices = choices;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    String list(
            @RequestParam(name = "co-quan", defaultValue = "") String agency,
            @RequestParam(name = "linh-vuc", defaultValue = "") String field,
            @RequestParam(name = "loai", defaultValue = "") String kind,
            @RequestParam(name = "lap-lai", defaultValue = "false") boolean repeated,
            @RequestParam(name = "tu", defaultValue = "") String from,
            @RequestParam(name = "den", defaultValue = "") String to,
            @RequestParam(name = "tim", defaultValue = "") String q,
            @RequestParam(name = "tiep", required = false) @Nullable String cursor,
            Model model) {
        model.addAttribute(
                "page",
                board.list(
                        orNull(agency),
                        orNull(field),
                        KINDS.contains(kind) ? kind : null,
                        repeated,
                        date(from),
                        date(to),
                        orNull(q),
                        cursor,
                        PAGE));
        model.addAttribute("agencies", choices.agencies());
        model.addAttribute("fields", choices.fields());
        model.addAttribute("choices", choices);
        model.addAttribute("agency", agency);
        model.addAttribute("field", field);
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("repeated", repeated);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("q", q);
        model.addAttribute("filtered", repeated || !(agency + field + kind + from + to + q).isBlank());
        return "apologies";
    }

    /** Where a code was typed from paper: the entry it belongs to, or the word that there is none. */
    @GetMapping("/xac-minh")
    @PreAuthorize("permitAll()")
    String verify(
            @RequestParam(name = "ma", defaultValue = "") String code, HttpServletResponse response, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("unknown", false);
        if (!code.isBlank()) {
            try {
                var apology = board.verify(code.strip());
                return "redirect:/xin-loi/" + UriUtils.encodePathSegment(apology.id(), UTF_8) + "?ma="
                        + UriUtils.encodeQueryParam(code.strip(), UTF_8);
            } catch (Refusal refusal) {
                if (!refusal.notFound()) {
                    throw refusal;
                }
                response.setStatus(refusal.status());
                model.addAttribute("unknown", true);
            }
        }
        return "verification";
    }

    @GetMapping("/{id}")
    @PreAuthorize("permitAll()")
    String one(@PathVariable String id, @RequestParam(name = "ma", defaultValue = "") String code, Model model) {
        var apology = board.one(id);
        model.addAttribute("apology", apology);
        model.addAttribute("check", check(apology.verification(), code));
        model.addAttribute("fields", choices.fields());
        model.addAttribute("choices", choices);
        return "apology";
    }

    /** What the code from a paper says about it; nothing where none was given. */
    private static @Nullable String check(Board.@Nullable Verification verification, String typed) {
        if (typed.isBlank() || verification == null) {
            return null;
        }
        return !plain(typed).equals(plain(verification.code()))
                ? "other"
                : verification.intact() ? "genuine" : "changed";
    }

    /** As the service reads a code: without its prefix and dashes, look-alikes put right. */
    private static String plain(String code) {
        return code.strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replaceFirst("^X1(?=.{10}$)", "");
    }

    private static @Nullable String orNull(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    /** What is no date filters nothing. */
    private static @Nullable LocalDate date(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notOne) {
            return null;
        }
    }
}
