package vn.congvu.gateway.proxy;

import java.util.List;
import java.util.Optional;
import vn.congvu.gateway.services.Service;

/** Which service answers which path: the first match counts, no match is nobody's. */
final class Routes {
    private record Route(String path, Service service) {
        boolean covers(String asked) {
            return asked.equals(path) || asked.startsWith(path + "/");
        }
    }

    private static final List<Route> ALL = List.of(
            // delivery receipts of what was sent belong to the sender, everything else from outside is a report
            new Route("/webhooks/twilio/status", Service.NOTIFY),
            new Route("/webhooks", Service.INTAKE),
            // the rules of routing know who would answer; everything else about a complaint is the intake's
            new Route("/api/v1/complaints/preview", Service.CASES),
            new Route("/api/v1/complaints", Service.INTAKE),
            new Route("/api/v1/tracking", Service.INTAKE),
            new Route("/api/v1/hotline", Service.INTAKE),
            new Route("/api/v1/identity-requests", Service.INTAKE),
            new Route("/api/v1/data-requests", Service.INTAKE),
            new Route("/api/v1/intake", Service.INTAKE),
            new Route("/api/v1/misconducts", Service.CASES),
            new Route("/api/v1/agencies", Service.CASES),
            new Route("/api/v1/communes", Service.CASES),
            new Route("/api/v1/fields", Service.CASES),
            new Route("/api/v1/cases", Service.CASES),
            new Route("/api/v1/deadlines", Service.CASES),
            new Route("/api/v1/dossiers", Service.CASES),
            new Route("/api/v1/directory", Service.CASES),
            new Route("/api/v1/calendar", Service.CASES),
            new Route("/api/v1/sla-policies", Service.CASES),
            new Route("/api/v1/statistics", Service.CASES),
            new Route("/api/v1/overview", Service.CASES),
            new Route("/api/v1/apologies", Service.NOTIFY),
            new Route("/api/v1/apologies.atom", Service.NOTIFY),
            new Route("/api/v1/apologies.json", Service.NOTIFY),
            new Route("/api/v1/templates", Service.NOTIFY),
            new Route("/api/v1/notices", Service.NOTIFY),
            new Route("/api/v1/notify", Service.NOTIFY));

    private Routes() {}

    static Optional<Service> serviceOf(String path) {
        return ALL.stream()
                .filter(route -> route.covers(path))
                .map(Route::service)
                .findFirst();
    }
}
