package vn.congvu.gateway.apology;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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
import vn.congvu.gateway.page.Words;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;

/** <i>Thư xin lỗi chờ ký</i>: a head reads what is about to go out in the agency's name, gives the reason and signs. */
@Controller
@RequestMapping("/staff/apologies")
@PreAuthorize("hasRole('AGENCY_HEAD')")
class SigningPage {
    private static final String POLICY = "Content-Security-Policy";

    private final ToSign toSign;
    private final Words words;

    SigningPage(Services services, Words words) {
        this.toSign = services.client(Service.NOTIFY, ToSign.class);
        this.words = words;
    }

    /** What was typed for one letter, shown again when it was refused. */
    record Typed(String id, String name, String reason, List<String> said) {}

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String signed, Model model) {
        return page(model, signed, null);
    }

    @GetMapping("/{id}/letter")
    ResponseEntity<byte[]> letter(@PathVariable String id) {
        var letter = toSign.letter(id);
        return ResponseEntity.ok()
                .header(POLICY, Objects.requireNonNullElse(letter.getHeaders().getFirst(POLICY), "default-src 'none'"))
                .cacheControl(CacheControl.noStore())
                .contentType(Objects.requireNonNullElse(letter.getHeaders().getContentType(), MediaType.TEXT_HTML))
                .body(letter.getBody());
    }

    @PostMapping("/{id}/sign")
    String sign(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model) {
        Map<String, Object> signature = new LinkedHashMap<>();
        signature.put("version", version);
        signature.put("name", name);
        signature.put("reason", reason);
        try {
            var apology = toSign.sign(id, key.isBlank() ? UUID.randomUUID().toString() : key, signature);
            return "redirect:/staff/apologies?signed=" + apology.id();
        } catch (Refusal refusal) {
            response.setStatus(refusal.status());
            return page(model, null, new Typed(id, name, reason, said(refusal)));
        }
    }

    private List<String> said(Refusal refusal) {
        if (!refusal.fields().isEmpty()) {
            return refusal.fields().stream()
                    .map(field -> String.valueOf(field.message()))
                    .toList();
        }
        return List.of(refusal.detail() == null ? words.say("error.400.do") : refusal.detail());
    }

    private String page(Model model, @Nullable String signed, @Nullable Typed typed) {
        model.addAttribute("letters", toSign.list().items());
        model.addAttribute("signed", signed);
        model.addAttribute("typed", typed);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "staff/signing";
    }
}
