// Through the localhost exception while there is no user; afterwards as root. Each service may use its own database only.
const fs = require('fs');
const secret = (name) => fs.readFileSync('/run/secrets/' + name, 'utf8').trim();
const admin = db.getSiblingDB('admin');
try {
  rs.initiate({_id: 'rs0', members: [{_id: 0, host: 'mongodb:27017'}]});
} catch (already) {
  print('replica set: ' + already.codeName);
}
while (!db.hello().isWritablePrimary) {
  sleep(500);
}
try {
  admin.createUser({user: 'root', pwd: secret('mongodb-root-password'), roles: ['root']});
} catch (already) {
  print('root: ' + already.codeName);
}
admin.auth('root', secret('mongodb-root-password'));
for (const service of ['gateway', 'intake', 'case', 'notify']) {
  const uri = new URL(secret(service + '-mongodb-uri').replace(/^mongodb:/, 'http:'));
  const database = uri.pathname.slice(1);
  const user = {
    user: decodeURIComponent(uri.username),
    pwd: decodeURIComponent(uri.password),
    roles: [{role: 'readWrite', db: database}],
  };
  const owner = db.getSiblingDB(database);
  if (owner.getUser(user.user)) {
    owner.updateUser(user.user, {pwd: user.pwd, roles: user.roles});
  } else {
    owner.createUser(user);
  }
}
