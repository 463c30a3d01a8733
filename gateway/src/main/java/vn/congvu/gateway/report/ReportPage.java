package vn.congvu.gateway.report;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;
import vn.congvu.gateway.access.PublicAddress;
import vn.congvu.gateway.page.QrCode;

/**
 * The citizen's form. The receipt is the answer to the form itself and not a second page, so that it is there in browsers that
 * keep no cookies, too; loading it again sends the same key and shows the same receipt.
 */
@Controller
@RequestMapping("/phan-anh")
class ReportPage {
    private final Reports reports;
    private final FormView view;
    private final PublicAddress address;

    ReportPage(Reports reports, FormView view, PublicAddress address) {
        this.reports = reports;
        this.view = view;
        this.address = address;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    String form(HttpServletResponse response, Model model) {
        return view.empty("report", response, model);
    }

    @PostMapping
    @PreAuthorize("permitAll()")
    String send(
            @ModelAttribute("form") ReportForm typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable String proof,
            HttpServletResponse response,
            Model model) {
        var chosen = files == null
                ? List.<MultipartFile>of()
                : files.stream().filter(file -> !file.isEmpty()).toList();
        return view.send("report", typed, !chosen.isEmpty(), response, model, (form, text) -> {
            var receipt = reports.send(form, text, proof);
            var lost = reports.attach(receipt, chosen);
            FormView.show(receipt, model);
            model.addAttribute("kept", chosen.size() - lost.size());
            model.addAttribute("lost", lost);
            model.addAttribute("qr", QrCode.of(trackingAddress(receipt.reference())));
            return "receipt";
        });
    }

    /** Loaded again, or in the other language: the form as it begins. */
    @GetMapping("/xem-truoc")
    @PreAuthorize("permitAll()")
    String afresh() {
        return "redirect:/phan-anh";
    }

    /** Who would answer, and by when: a part of the page for scripts, the whole form for browsers without. */
    @PostMapping("/xem-truoc")
    @PreAuthorize("permitAll()")
    String foretell(
            @ModelAttribute("form") ReportForm typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("foretold", reports.foretell(typed));
        model.addAttribute("asked", true);
        if (part != null) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            return "fragments/foretold :: told";
        }
        return view.again(
                "report", typed, files != null && files.stream().anyMatch(file -> !file.isEmpty()), response, model);
    }

    /** Without the secret code: what is printed and scanned may be seen by others. */
    private String trackingAddress(String reference) {
        return UriComponentsBuilder.fromUri(address.publicBaseUrl())
                .path("/tra-cuu")
                .queryParam("ma", reference)
                .toUriString();
    }
}
