const byId = (id) => document.getElementById(id);
const [tenant, tenants, personField, person, token] = ['tenant', 'tenants', 'person-field', 'person', 'token'].map(byId);

let people = [];

/** Where the gateway has a development issuer, its people can be chosen, each with a token of her own. */
export async function offerPeople() {
  const response = await fetch('/dev/tokens');
  if (!response.ok) return;
  people = await response.json();
  if (people.length === 0) return;
  const slugs = [...new Set(people.map(({ tenantSlug }) => tenantSlug))];
  tenants.replaceChildren(...slugs.map((slug) => new Option(slug, slug)));
  person.replaceChildren(new Option('nobody', ''), ...slugs.map(groupOf));
  person.addEventListener('change', () => {
    const chosen = people[person.value];
    token.value = chosen?.token ?? '';
    if (chosen !== undefined) setTenant(chosen.tenantSlug);
  });
  token.addEventListener('input', () => {
    person.value = '';
  });
  personField.hidden = false;
  if (tenant.value === '') setTenant(slugs[0]);
}

/** Tenant, person and token are those that an example is for. Where nobody can be chosen, the token stays what it is. */
export function actAs({ tenant: slug, person: label, home = slug }) {
  setTenant(slug);
  if (people.length === 0) return;
  const index = people.findIndex((one) => one.label === label && one.tenantSlug === home);
  person.value = index === -1 ? '' : String(index);
  token.value = people[index]?.token ?? '';
}

function groupOf(slug) {
  const group = document.createElement('optgroup');
  group.label = slug;
  for (const [index, { label, tenantSlug }] of people.entries()) {
    if (tenantSlug === slug) group.append(new Option(label, String(index)));
  }
  return group;
}

function setTenant(slug) {
  tenant.value = slug;
  tenant.dispatchEvent(new Event('input'));
}
