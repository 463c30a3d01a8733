package vn.congvu.gateway.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.congvu.contracts.Role;
import vn.congvu.gateway.services.CurrentCaller;
import vn.congvu.platform.access.Caller;

/** What stands around every page: its language, the way to the other one, and the menu of who looks at it. */
@Component("frame")
public class Frame {
    private static final String STAFF = "/staff";

    private final HttpServletRequest request;

    Frame(HttpServletRequest request) {
        this.request = request;
    }

    /** @param label a message key */
    public record Entry(String path, String label, boolean current) {}

    public String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }

    public String otherLanguage() {
        return "en".equals(language()) ? "vi" : "en";
    }

    /** This page in the other language; a page that came from a form leads to its empty form. */
    public String otherLanguageLink() {
        var address = UriComponentsBuilder.fromPath(path());
        if ("GET".equals(request.getMethod()) && request.getQueryString() != null) {
            address.query(request.getQueryString());
        }
        return address.replaceQueryParam(Languages.PARAMETER, otherLanguage())
                .build(false)
                .toUriString();
    }

    public boolean staff() {
        return path().equals(STAFF) || path().startsWith(STAFF + "/");
    }

    public boolean signedIn() {
        return staff() && !caller().isAnonymous();
    }

    public Caller caller() {
        return CurrentCaller.get();
    }

    /** The office behind the account, or its name where it has no title. */
    public String who() {
        var title = caller().title();
        return title == null ? caller().subject() : title;
    }

    public List<Entry> menu() {
        List<Entry> menu = new ArrayList<>();
        if (!signedIn()) {
            menu.add(entry("/phan-anh", "menu.report"));
            menu.add(entry("/tra-cuu", "menu.tracking"));
            menu.add(entry("/xin-loi", "menu.apologies"));
            menu.add(entry("/thong-ke", "menu.statistics"));
            return menu;
        }
        if (has(Role.MONITOR)) {
            menu.add(entry("/staff/overview", "menu.overview"));
        }
        if (has(Role.OPERATOR)) {
            menu.add(entry("/staff/operator", "menu.operator"));
        }
        if (has(Role.AGENCY_HEAD, Role.AGENCY_OFFICER, Role.MONITOR, Role.TRIAGE)) {
            menu.add(entry("/staff/cases", "menu.cases"));
        }
        if (has(Role.TRIAGE)) {
            menu.add(entry("/staff/triage", "menu.triage"));
        }
        if (has(Role.AGENCY_HEAD, Role.AGENCY_OFFICER, Role.MONITOR)) {
            menu.add(entry("/staff/dossiers", "menu.dossiers"));
        }
        if (has(Role.AGENCY_HEAD)) {
            menu.add(entry("/staff/apologies", "menu.signing"));
        }
        if (has(Role.AUDITOR)) {
            menu.add(entry("/staff/audit", "menu.audit"));
        }
        if (has(Role.ADMIN)) {
            menu.add(entry("/staff/admin", "menu.admin"));
            menu.add(entry("/staff/directory", "menu.directory"));
            menu.add(entry("/staff/templates", "menu.templates"));
        }
        if (has(Role.MONITOR, Role.INSPECTOR, Role.CUSTODIAN)) {
            menu.add(entry("/staff/identity-requests", "menu.identity"));
        }
        if (has(Role.CUSTODIAN)) {
            menu.add(entry("/staff/data-requests", "menu.datarequests"));
        }
        if (has(Role.ADMIN, Role.MONITOR)) {
            menu.add(entry("/staff/calendar", "menu.calendar"));
            menu.add(entry("/staff/policies", "menu.policies"));
        }
        return menu;
    }

    private boolean has(Role... roles) {
        return List.of(roles).stream().anyMatch(caller()::has);
    }

    private Entry entry(String path, String label) {
        return new Entry(path, label, path().equals(path) || path().startsWith(path + "/"));
    }

    private String path() {
        var original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return original == null ? request.getRequestURI() : original.toString();
    }
}
