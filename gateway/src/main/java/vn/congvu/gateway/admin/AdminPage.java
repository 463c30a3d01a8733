package vn.congvu.gateway.admin;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.congvu.contracts.Role;
import vn.congvu.gateway.access.LocalAccounts;
import vn.congvu.gateway.access.LocalAccounts.Change;
import vn.congvu.gateway.access.LocalAccounts.NewAccount;
import vn.congvu.gateway.choice.Choices;
import vn.congvu.gateway.page.Times;
import vn.congvu.gateway.page.Words;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.ServiceAway;
import vn.congvu.gateway.services.Services;
import vn.congvu.platform.problem.Problem;

/** Accounts and parked messages. Whoever keeps the system sees no case. */
@Controller
@RequestMapping("/staff/admin")
@PreAuthorize("hasRole('ADMIN')")
class AdminPage {
    private static final int ACCOUNTS = 25;
    private static final List<Role> ROLES = List.of(
            Role.OPERATOR,
            Role.TRIAGE,
            Role.AGENCY_HEAD,
            Role.AGENCY_OFFICER,
            Role.MONITOR,
            Role.INSPECTOR,
            Role.CUSTODIAN,
            Role.AUDITOR,
            Role.ADMIN,
            Role.PROGRAM);

    private final LocalAccounts accounts;
    private final Choices choices;
    private final Words words;
    private final Times times;
    private final Map<Service, ParkedMessages> parked = new EnumMap<>(Service.class);

    AdminPage(LocalAccounts accounts, Choices choices, Words words, Times times, Services services) {
        this.accounts = accounts;
        this.choices = choices;
        this.words = words;
        this.times = times;
        for (var service : Service.values()) {
            parked.put(service, services.client(service, ParkedMessages.class));
        }
    }

    /**
     * @param service part of an address, such as {@code cases}
     * @param items absent when the service is away
     */
    record Shelf(String service, @Nullable List<ParkedMessages.Parked> items) {}

    /** What was typed into the form of a new account; nothing of it is secret. */
    record Typed(String username, String agencyCode, String title, Set<Role> roles) {
        static Typed nothing() {
            return new Typed("", "", "", Set.of());
        }
    }

    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        model.addAttribute("done", "account".equals(done) || "replay".equals(done) ? done : null);
        return page(model, q, cursor, List.of(), Typed.nothing());
    }

    @PostMapping("/accounts")
    String add(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String agencyCode,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") Set<Role> roles,
            HttpServletResponse response,
            Model model) {
        try {
            return handOver(
                    accounts.add(new NewAccount(username, roles, orNull(agencyCode), orNull(title))), response, model);
        } catch (Problem refused) {
            response.setStatus(refused.type().status());
            return page(model, "", null, said(refused), new Typed(username, agencyCode, title, roles));
        }
    }

    @PostMapping("/accounts/{username}/{deed:enable|disable}")
    String able(@PathVariable String username, @PathVariable String deed) {
        accounts.change(username, new Change(null, null, null, deed.equals("enable")));
        return "redirect:/staff/admin?done=account";
    }

    @PostMapping("/accounts/{username}/invitation")
    String invite(@PathVariable String username, HttpServletResponse response, Model model) {
        return handOver(accounts.invite(username), response, model);
    }

    /** The code is shown by the answer itself: an address to come back to would have to keep it somewhere. */
    private String handOver(LocalAccounts.Invited invited, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("invited", invited);
        model.addAttribute("expires", times.moment(invited.expiresAt()));
        return page(model, "", null, List.of(), Typed.nothing());
    }

    @PostMapping("/parked/{service:intake|cases|notify}")
    String replay(@PathVariable String service, @RequestParam String id, HttpServletResponse response, Model model) {
        try {
            of(service).replay(service, id);
            return "redirect:/staff/admin?done=replay";
        } catch (Refusal refusal) {
            response.setStatus(refusal.status());
            var detail = refusal.detail() == null ? words.say("error.400.do") : refusal.detail();
            return page(model, "", null, List.of(detail), Typed.nothing());
        }
    }

    private ParkedMessages of(String name) {
        return requireNonNull(parked.get(
                switch (name) {
                    case "intake" -> Service.INTAKE;
                    case "cases" -> Service.CASES;
                    default -> Service.NOTIFY;
                }));
    }

    private String page(Model model, String q, @Nullable String cursor, List<String> said, Typed typed) {
        model.addAttribute("q", q);
        model.addAttribute("said", said);
        model.addAttribute("typed", typed);
        model.addAttribute("accounts", accounts.list(q, cursor, ACCOUNTS));
        model.addAttribute("shelves", List.of(shelf("intake"), shelf("cases"), shelf("notify")));
        model.addAttribute("agencies", choices.agencies());
        model.addAttribute("roles", ROLES);
        return "staff/admin";
    }

    private Shelf shelf(String service) {
        try {
            return new Shelf(service, of(service).list(service).items());
        } catch (Refusal | ServiceAway unreadable) {
            return new Shelf(service, null);
        }
    }

    private List<String> said(Problem refused) {
        List<String> said = new ArrayList<>();
        said.add(words.of(refused.detail()));
        refused.fields().forEach(field -> said.add(words.of(field.message())));
        return said;
    }

    private static @Nullable String orNull(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }
}
