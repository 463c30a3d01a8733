package vn.congvu.gateway.apology;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.congvu.gateway.choice.Choices;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;

/** <i>Công khai xin lỗi</i>: every apology of every agency, for anybody. */
@Controller
@RequestMapping("/xin-loi")
class BoardPage {
    private static final int PAGE = 20;

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
            @RequestParam(name = "tu", defaultValue = "") String from,
            @RequestParam(name = "den", defaultValue = "") String to,
            @RequestParam(name = "tim", defaultValue = "") String q,
            @RequestParam(name = "tiep", required = false) @Nullable String cursor,
            Model model) {
        model.addAttribute("page", board.list(orNull(agency), date(from), date(to), orNull(q), cursor, PAGE));
        model.addAttribute("agencies", choices.agencies());
        model.addAttribute("fields", choices.fields());
        model.addAttribute("choices", choices);
        model.addAttribute("agency", agency);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("q", q);
        model.addAttribute("filtered", !(agency + from + to + q).isBlank());
        return "apologies";
    }

    @GetMapping("/{id}")
    @PreAuthorize("permitAll()")
    String one(@PathVariable String id, Model model) {
        model.addAttribute("apology", board.one(id));
        model.addAttribute("fields", choices.fields());
        model.addAttribute("choices", choices);
        return "apology";
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
