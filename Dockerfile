# One image for every stage: the command says which. Built from a checkout of the repository; Maven stays in it.
FROM maven:3-eclipse-temurin-17
RUN useradd --create-home penstock && mkdir /penstock /state && chown penstock /penstock /state
USER penstock
WORKDIR /penstock
COPY --chown=penstock . .
RUN ./penstock help > /dev/null
VOLUME /state
ENTRYPOINT ["/penstock/penstock"]
