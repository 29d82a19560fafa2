-- Runs once, when the database cluster is made: the owner, for migrations, and the role of the services, which owns nothing.
\getenv owner_password OWNER_PASSWORD
\getenv service_password SERVICE_PASSWORD
CREATE ROLE jalon_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE jalon_service LOGIN PASSWORD :'service_password';
CREATE DATABASE jalon OWNER jalon_owner;
REVOKE ALL ON DATABASE jalon FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE jalon TO jalon_service;
