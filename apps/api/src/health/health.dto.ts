export class Health {
  status: 'ok';
}
