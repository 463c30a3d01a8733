package vn.congvu.gateway.report;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * The citizen's form. The receipt is the answer to the form itself and not a second page, so that it is there in browsers that
 * keep no cookies, too; loading it again sends the same key and shows the same receipt.
 */
@Controller
@RequestMapping("/phan-anh")
class ReportPage {
    private final Reports reports;
    private final FormView view;

    ReportPage(Reports reports, FormView view) {
        this.reports = reports;
        this.view = view;
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
            HttpServletResponse response,
            Model model) {
        var chosen = files == null
                ? List.<MultipartFile>of()
                : files.stream().filter(file -> !file.isEmpty()).toList();
        return view.send("report", typed, !chosen.isEmpty(), response, model, (form, text) -> {
            var receipt = reports.send(form, text);
            var lost = reports.attach(receipt, chosen);
            FormView.show(receipt, model);
            model.addAttribute("kept", chosen.size() - lost.size());
            model.addAttribute("lost", lost);
            return "receipt";
        });
    }
}
