package vn.congvu.gateway.report;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.gateway.choice.Choices;
import vn.congvu.gateway.page.Frame;
import vn.congvu.gateway.page.Times;
import vn.congvu.gateway.page.Words;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.ServiceAway;

/** A form that never loses what was typed into it, whatever happens when it is sent. */
@Component
class FormView {
    private static final int LONGEST_KEY = 100;

    private final Choices choices;
    private final Times times;
    private final Words words;
    private final Frame frame;

    FormView(Choices choices, Times times, Words words, Frame frame) {
        this.choices = choices;
        this.times = times;
        this.words = words;
        this.frame = frame;
    }

    String empty(String page, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return page(page, model, ReportForm.empty(), new Trouble(null, Map.of(), false));
    }

    /**
     * @param filesChosen browsers forget files, so a page that comes back must say so
     * @param sending gets the form and its text, which is never blank, and names the page to show
     */
    String send(
            String page,
            ReportForm typed,
            boolean filesChosen,
            HttpServletResponse response,
            Model model,
            BiFunction<ReportForm, String, String> sending) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var key = typed.key();
        var form =
                key == null || key.isBlank() || key.length() > LONGEST_KEY ? typed.withKey(ReportForm.newKey()) : typed;
        var text = form.text();
        if (text == null || text.isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var wrong = Map.of("text", words.say("report.wrong.empty"));
            return page(page, model, form, new Trouble("wrong", wrong, filesChosen));
        }
        try {
            return sending.apply(form, text);
        } catch (ServiceAway away) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(ServiceAway.TRY_AGAIN.toSeconds()));
            return page(page, model, form, new Trouble("away", Map.of(), filesChosen));
        } catch (Refusal refusal) {
            return refused(page, form, refusal, filesChosen, response, model);
        }
    }

    /** The form as it was typed, for somebody who only wanted to know something. */
    String again(String page, ReportForm typed, boolean filesChosen, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var form = typed.key() == null ? typed.withKey(ReportForm.newKey()) : typed;
        return page(page, model, form, new Trouble(null, Map.of(), filesChosen));
    }

    static void show(Complaints.Receipt receipt, Model model) {
        model.addAttribute("reference", receipt.reference());
        model.addAttribute("accessCode", receipt.accessCode());
        model.addAttribute("receivedAt", receipt.receivedAt());
        model.addAttribute("expected", receipt.expectedAnswerBy());
        model.addAttribute("textFirst", receipt.textFirst());
    }

    /**
     * @param word a message key's part, absent where there is none
     * @param wrong what to correct, by input
     */
    private record Trouble(@Nullable String word, Map<String, String> wrong, boolean filesLost) {}

    private String refused(
            String page,
            ReportForm form,
            Refusal refusal,
            boolean filesChosen,
            HttpServletResponse response,
            Model model) {
        if ("idempotency-key-reused".equals(refusal.slug())) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(page, model, form.withKey(ReportForm.newKey()), new Trouble("reused", Map.of(), filesChosen));
        }
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.fields().forEach(field -> wrong.put(inputOf(field.field()), String.valueOf(field.message())));
        if (wrong.isEmpty()) {
            wrong.put("text", refusal.detail() == null ? words.say("error.400.do") : refusal.detail());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(page, model, form, new Trouble("wrong", wrong, filesChosen));
    }

    /** The input that a member of the API's request was typed into. */
    private static String inputOf(@Nullable String member) {
        return switch (member == null ? "" : member) {
            case "agencyCode" -> "agency";
            case "reporter.name" -> "name";
            case "reporter.phone" -> "phone";
            case "reporter.email" -> "email";
            case "reporter.address" -> "address";
            case "accused.name" -> "accusedName";
            case "accused.position" -> "accusedPosition";
            case "occurredOn", "dossierCode", "caller", "callId", "onBehalfOf" -> String.valueOf(member);
            default -> "text";
        };
    }

    private String page(String page, Model model, ReportForm form, Trouble trouble) {
        model.addAttribute("form", form);
        model.addAttribute("trouble", trouble.word());
        model.addAttribute("wrong", trouble.wrong());
        model.addAttribute("filesLost", trouble.filesLost());
        model.addAttribute("staff", frame.staff());
        model.addAttribute("kinds", ComplaintKind.values());
        model.addAttribute("agencies", choices.agencies());
        model.addAttribute("misconducts", choices.misconducts());
        model.addAttribute("communes", choices.communes());
        model.addAttribute("fields", choices.fields());
        model.addAttribute("today", times.today());
        return page;
    }
}
