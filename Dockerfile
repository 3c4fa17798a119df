# issuebrief with all that it needs, by the same steps as scripts/set-up.sh:
#
#   docker build --tag issuebrief .
#   docker run --rm --user "$(id -u)" --volume "$PWD:/briefs" issuebrief build

FROM python:3.13-slim AS packages
WORKDIR /source
RUN python -m venv /opt/issuebrief
COPY requirements/run.txt requirements/
RUN /opt/issuebrief/bin/python -m pip install --no-cache-dir --require-hashes -r requirements/run.txt
COPY LICENSE README.md pyproject.toml ./
COPY docs/problems.md docs/
COPY src src
COPY styles styles
COPY templates templates
RUN /opt/issuebrief/bin/python -m pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.13-slim
RUN apt-get update -q \
    && apt-get install -q -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=packages /opt/issuebrief /opt/issuebrief
ENV PATH=/opt/issuebrief/bin:$PATH HOME=/tmp PYTHONUNBUFFERED=1
# The user below may not write beside the modules, where what the engine reads of C is kept.
RUN python -c 'from issuebrief.engine.loading import load_engine; load_engine()'
USER 1000
WORKDIR /briefs
ENTRYPOINT ["issuebrief"]
CMD ["--help"]
