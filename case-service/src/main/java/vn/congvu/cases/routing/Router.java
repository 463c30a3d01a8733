package vn.congvu.cases.routing;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.congvu.cases.directory.Directory;
import vn.congvu.contracts.Bilingual;

/** Finds the head who must answer. Pure but for the directory it asks. */
@Component
public class Router {
    private final Directory directory;

    public Router(Directory directory) {
        this.directory = directory;
    }

    public Routing route(RoutingQuestion question) {
        directory.on(question.date());
        return new Routing.ToTriage(List.of(new Bilingual("Chưa có quy tắc nào khớp.", "No rule matched.")), List.of());
    }
}
