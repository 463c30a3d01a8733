package vn.congvu.gateway.statistics;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;

/** Which agency answers in time, for anybody. */
@Controller
class StatisticsPage {
    private final Statistics statistics;

    StatisticsPage(Services services) {
        statistics = services.client(Service.CASES, Statistics.class);
    }

    @GetMapping("/thong-ke")
    @PreAuthorize("permitAll()")
    String league(
            @RequestParam(name = "tu", defaultValue = "") String from,
            @RequestParam(name = "den", defaultValue = "") String to,
            Model model) {
        var table = statistics.agencies(date(from), date(to));
        model.addAttribute("table", table);
        model.addAttribute(
                "counted",
                table.agencies().stream().filter(line -> !line.suppressed()).toList());
        model.addAttribute(
                "few",
                table.agencies().stream().filter(Statistics.Line::suppressed).toList());
        model.addAttribute("months", told(table.months()));
        return "statistics";
    }

    @GetMapping(path = "/thong-ke.csv", produces = "text/csv;charset=UTF-8")
    @PreAuthorize("permitAll()")
    ResponseEntity<String> file(
            @RequestParam(name = "tu", defaultValue = "") String from,
            @RequestParam(name = "den", defaultValue = "") String to) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=thong-ke.csv")
                .body(LeagueTableFile.of(statistics.agencies(date(from), date(to))));
    }

    /** A trend needs two points at least. */
    private static List<Statistics.Month> told(@Nullable List<Statistics.Month> months) {
        return months == null
                        || months.stream().filter(month -> !month.suppressed()).count() < 2
                ? List.of()
                : months;
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notOne) {
            return null;
        }
    }
}
