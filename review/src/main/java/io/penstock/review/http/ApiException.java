package io.penstock.review.http;

/** Says why a request is refused. */
final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ApiFault fault;

    ApiException(ApiFault fault) {
        super(fault.advice());
        this.fault = fault;
    }

    ApiFault fault() {
        return fault;
    }
}
