package vn.congvu.gateway.page;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** English addresses of the public pages, as messages and feeds may name them. */
@Controller
class EnglishAddresses {
    @GetMapping("/tracking")
    @PreAuthorize("permitAll()")
    String tracking() {
        return "redirect:/tra-cuu";
    }

    @GetMapping("/apologies")
    @PreAuthorize("permitAll()")
    String apologies() {
        return "redirect:/xin-loi";
    }

    @GetMapping("/apologies/{id:[0-9A-Za-z-]+}")
    @PreAuthorize("permitAll()")
    String apology(@PathVariable String id) {
        return "redirect:/xin-loi/" + id;
    }
}
