package dev.tradesuite.support.security;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.ExpressionAuthorizationDecision;

/** Says in words why a token was not enough. */
public final class RefusedScope {

    private static final Pattern SCOPE = Pattern.compile("SCOPE_([a-z]+(?::[a-z]+)?)");

    private RefusedScope() {}

    /** Names the scope that is missing, where the rule names one. */
    public static String detail(AccessDeniedException refusal) {
        if (refusal instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() instanceof ExpressionAuthorizationDecision decision) {
            Matcher scope = SCOPE.matcher(decision.getExpression().getExpressionString());
            if (scope.find()) {
                return "This request needs the scope " + scope.group(1);
            }
        }
        return "The token does not allow this request";
    }
}
