// Shows the description of the API; try-it-out sends what "Authorize" was given.
window.ui = window.SwaggerUIBundle({ url: "/v3/api-docs", dom_id: "#swagger-ui", deepLinking: true, tryItOutEnabled: true });
