package vn.congvu.gateway.datarequest;

import jakarta.servlet.http.HttpServletResponse;
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
import vn.congvu.gateway.page.Words;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;

/** What reporters ask about their own data, for the custodian: the next due first, each looked at and answered on one page. */
@Controller
@RequestMapping("/staff/data-requests")
@PreAuthorize("hasRole('CUSTODIAN')")
class DataRequestPages {
    private final DataRequests requests;
    private final Words words;

    DataRequestPages(Services services, Words words) {
        this.requests = services.client(Service.INTAKE, DataRequests.class);
        this.words = words;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("requests", requests.list().items());
        return "staff/data-requests";
    }

    @GetMapping("/{id:[0-9A-Za-z-]+}")
    String one(@PathVariable String id, @RequestParam(required = false) @Nullable String done, Model model) {
        model.addAttribute("done", "answered".equals(done));
        return page(model, id, "");
    }

    @PostMapping("/{id:[0-9A-Za-z-]+}/opening")
    String open(@PathVariable String id, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            model.addAttribute("opened", requests.open(id));
        } catch (Refusal refusal) {
            told(refusal, response, model);
        }
        return page(model, id, "");
    }

    @PostMapping("/{id:[0-9A-Za-z-]+}/answer")
    String answer(
            @PathVariable String id,
            @RequestParam boolean grant,
            @RequestParam(defaultValue = "") String text,
            HttpServletResponse response,
            Model model) {
        try {
            requests.answer(id, new DataRequests.Answer(grant, text.strip()));
            return "redirect:/staff/data-requests/" + id + "?done=answered";
        } catch (Refusal refusal) {
            told(refusal, response, model);
            return page(model, id, text);
        }
    }

    private static void told(Refusal refusal, HttpServletResponse response, Model model) {
        response.setStatus(refusal.status());
        model.addAttribute("said", refusal.said());
    }

    private String page(Model model, String id, String text) {
        var asked = requests.get(id);
        model.addAttribute("asked", asked);
        model.addAttribute("spoken", words.spoken(asked.reference()));
        model.addAttribute("text", text);
        return "staff/data-request";
    }
}
