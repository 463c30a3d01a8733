package vn.congvu.gateway.page;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What one can do here. */
@Controller
class StartPage {
    @GetMapping("/")
    @PreAuthorize("permitAll()")
    String start() {
        return "start";
    }
}
