package vn.congvu.gateway.custody;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.congvu.contracts.Role;
import vn.congvu.gateway.custody.IdentityRequests.Decision;
import vn.congvu.gateway.custody.IdentityRequests.NewRequest;
import vn.congvu.gateway.page.Words;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;
import vn.congvu.platform.access.Caller;

/** Asking, deciding and opening. What is opened is shown by the answer itself: an address to come back to would open it again. */
@Controller
@RequestMapping("/staff/identity-requests")
class IdentityRequestPages {
    private final IdentityRequests requests;
    private final Words words;

    IdentityRequestPages(Services services, Words words) {
        this.requests = services.client(Service.INTAKE, IdentityRequests.class);
        this.words = words;
    }

    /** @param reference of the report, from the page of its case */
    @GetMapping
    @PreAuthorize("hasAnyRole('MONITOR', 'INSPECTOR', 'CUSTODIAN')")
    String all(@RequestParam(defaultValue = "") String reference, Caller caller, Model model) {
        return list(model, caller, reference, "");
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('MONITOR', 'INSPECTOR')")
    String ask(
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Caller caller,
            Model model) {
        try {
            return "redirect:/staff/identity-requests/"
                    + requests.ask(new NewRequest(reference.strip(), reason.strip()))
                            .id() + "?done=asked";
        } catch (Refusal refusal) {
            told(refusal, response, model);
            return list(model, caller, reference, reason);
        }
    }

    @GetMapping("/{id:[0-9A-Za-z-]+}")
    @PreAuthorize("hasAnyRole('MONITOR', 'INSPECTOR', 'CUSTODIAN')")
    String one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String done,
            Caller caller,
            Model model) {
        model.addAttribute("done", "asked".equals(done) || "decided".equals(done) ? done : null);
        return page(model, caller, id, "");
    }

    @PostMapping("/{id:[0-9A-Za-z-]+}/decision")
    @PreAuthorize("hasRole('CUSTODIAN')")
    String decide(
            @PathVariable String id,
            @RequestParam boolean approve,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Caller caller,
            Model model) {
        try {
            requests.decide(id, new Decision(approve, reason.strip()));
            return "redirect:/staff/identity-requests/" + id + "?done=decided";
        } catch (Refusal refusal) {
            told(refusal, response, model);
            return page(model, caller, id, reason);
        }
    }

    @PostMapping("/{id:[0-9A-Za-z-]+}/opening")
    @PreAuthorize("hasRole('CUSTODIAN')")
    String open(@PathVariable String id, HttpServletResponse response, Caller caller, Model model) {
        try {
            var opened = requests.open(id);
            model.addAttribute("opened", opened);
            model.addAttribute("spoken", words.spoken(opened.reference()));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            return "staff/identity";
        } catch (Refusal refusal) {
            told(refusal, response, model);
            return page(model, caller, id, "");
        }
    }

    /** Always as a download; refused, the page of the request says why. */
    @PostMapping("/{id:[0-9A-Za-z-]+}/originals/{file:[0-9A-Za-z-]+}")
    @PreAuthorize("hasRole('CUSTODIAN')")
    Object original(
            @PathVariable String id,
            @PathVariable String file,
            HttpServletResponse response,
            Caller caller,
            Model model) {
        try {
            var original = requests.original(id, file);
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(requireNonNullElse(
                                            original.getHeaders()
                                                    .getContentDisposition()
                                                    .getFilename(),
                                            file))
                                    .build()
                                    .toString())
                    .header("Content-Security-Policy", "sandbox; default-src 'none'")
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .body(original.getBody());
        } catch (Refusal refusal) {
            told(refusal, response, model);
            return page(model, caller, id, "");
        }
    }

    /** Who may not even see the request gets the page of what is not there. */
    private static void told(Refusal refusal, HttpServletResponse response, Model model) {
        response.setStatus(refusal.status());
        model.addAttribute("said", refusal.said());
    }

    private String list(Model model, Caller caller, String reference, String reason) {
        model.addAttribute("requests", requests.list().items());
        model.addAttribute("asks", caller.has(Role.MONITOR) || caller.has(Role.INSPECTOR));
        model.addAttribute("reference", reference);
        model.addAttribute("reason", reason);
        return "staff/identity-requests";
    }

    private String page(Model model, Caller caller, String id, String reason) {
        var asked = requests.get(id);
        model.addAttribute("looks", caller.has(Role.CUSTODIAN));
        model.addAttribute("asked", asked);
        model.addAttribute("spoken", words.spoken(asked.reference()));
        model.addAttribute("reason", reason);
        return "staff/identity-request";
    }
}
